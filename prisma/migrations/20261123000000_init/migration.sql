-- Extensions
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('owner', 'manager', 'analyst');

-- CreateEnum
CREATE TYPE "game_kind" AS ENUM ('base', 'edition', 'dlc');

-- CreateEnum
CREATE TYPE "game_status" AS ENUM ('draft', 'published', 'delisted');

-- CreateEnum
CREATE TYPE "requirement_tier" AS ENUM ('minimum', 'recommended');

-- CreateEnum
CREATE TYPE "media_kind" AS ENUM ('cover', 'hero', 'screenshot', 'video');

-- CreateEnum
CREATE TYPE "build_status" AS ENUM ('processing', 'ready', 'withdrawn');

-- CreateEnum
CREATE TYPE "promotion_status" AS ENUM ('draft', 'published', 'cancelled');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('visible', 'hidden');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('pending', 'paid', 'failed', 'partially_refunded', 'refunded');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "refund_status" AS ENUM ('pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "licence_key_status" AS ENUM ('available', 'sold', 'revoked');

-- CreateEnum
CREATE TYPE "entitlement_source" AS ENUM ('purchase', 'gift', 'grant');

-- CreateEnum
CREATE TYPE "model_status" AS ENUM ('live', 'challenger', 'retired');

-- CreateEnum
CREATE TYPE "pipeline_name" AS ENUM ('etl', 'train', 'forecast');

-- CreateEnum
CREATE TYPE "run_state" AS ENUM ('queued', 'running', 'succeeded', 'succeeded_with_failures', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "run_trigger" AS ENUM ('cron', 'staff', 'cli');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('running', 'succeeded', 'skipped', 'failed');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('shopper', 'publisher', 'staff', 'admin');

-- CreateTable
CREATE TABLE "publishers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "website" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publishers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publisher_members" (
    "publisher_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "member_role" NOT NULL DEFAULT 'analyst',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publisher_members_pkey" PRIMARY KEY ("publisher_id","user_id")
);

-- CreateTable
CREATE TABLE "games" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "game_kind" NOT NULL DEFAULT 'base',
    "status" "game_status" NOT NULL DEFAULT 'draft',
    "base_game_id" UUID,
    "publisher_id" UUID NOT NULL,
    "developer" TEXT NOT NULL,
    "short_description" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "release_date" DATE,
    "minimum_age" INTEGER NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "featured_rank" INTEGER,
    "popularity" INTEGER NOT NULL DEFAULT 0,
    "review_count" INTEGER NOT NULL DEFAULT 0,
    "positive_count" INTEGER NOT NULL DEFAULT 0,
    "rating_average" DECIMAL(3,2),
    "source" TEXT,
    "source_id" TEXT,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "games_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "genres" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "genres_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "game_genres" (
    "game_id" UUID NOT NULL,
    "genre_id" INTEGER NOT NULL,

    CONSTRAINT "game_genres_pkey" PRIMARY KEY ("game_id","genre_id")
);

-- CreateTable
CREATE TABLE "categories" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "categories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "game_categories" (
    "game_id" UUID NOT NULL,
    "category_id" INTEGER NOT NULL,

    CONSTRAINT "game_categories_pkey" PRIMARY KEY ("game_id","category_id")
);

-- CreateTable
CREATE TABLE "tags" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "game_tags" (
    "game_id" UUID NOT NULL,
    "tag_id" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "game_tags_pkey" PRIMARY KEY ("game_id","tag_id")
);

-- CreateTable
CREATE TABLE "platforms" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "platforms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "game_platforms" (
    "game_id" UUID NOT NULL,
    "platform_id" INTEGER NOT NULL,

    CONSTRAINT "game_platforms_pkey" PRIMARY KEY ("game_id","platform_id")
);

-- CreateTable
CREATE TABLE "languages" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "languages_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "game_languages" (
    "game_id" UUID NOT NULL,
    "language_code" TEXT NOT NULL,
    "has_interface" BOOLEAN NOT NULL DEFAULT true,
    "has_subtitles" BOOLEAN NOT NULL DEFAULT false,
    "has_audio" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "game_languages_pkey" PRIMARY KEY ("game_id","language_code")
);

-- CreateTable
CREATE TABLE "age_ratings" (
    "game_id" UUID NOT NULL,
    "board" TEXT NOT NULL,
    "rating" TEXT NOT NULL,
    "minimum_age" INTEGER NOT NULL,
    "descriptors" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "age_ratings_pkey" PRIMARY KEY ("game_id","board")
);

-- CreateTable
CREATE TABLE "system_requirements" (
    "game_id" UUID NOT NULL,
    "platform_id" INTEGER NOT NULL,
    "tier" "requirement_tier" NOT NULL,
    "os" TEXT NOT NULL,
    "processor" TEXT NOT NULL,
    "memory_mb" INTEGER NOT NULL,
    "graphics" TEXT NOT NULL,
    "storage_mb" INTEGER NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "system_requirements_pkey" PRIMARY KEY ("game_id","platform_id","tier")
);

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "game_id" UUID NOT NULL,
    "kind" "media_kind" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "storage_key" TEXT,
    "external_url" TEXT,
    "alt" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "builds" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "game_id" UUID NOT NULL,
    "platform_id" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "sha256" TEXT,
    "storage_key" TEXT,
    "status" "build_status" NOT NULL DEFAULT 'processing',
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "builds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "game_prices" (
    "game_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "price_cents" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "game_prices_pkey" PRIMARY KEY ("game_id","currency")
);

-- CreateTable
CREATE TABLE "price_history" (
    "game_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "valid_from" DATE NOT NULL,
    "price_cents" INTEGER NOT NULL,

    CONSTRAINT "price_history_pkey" PRIMARY KEY ("game_id","currency","valid_from")
);

-- CreateTable
CREATE TABLE "promotions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "status" "promotion_status" NOT NULL DEFAULT 'draft',
    "publisher_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "promotions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promotion_games" (
    "promotion_id" UUID NOT NULL,
    "game_id" UUID NOT NULL,
    "discount_percent" INTEGER NOT NULL,

    CONSTRAINT "promotion_games_pkey" PRIMARY KEY ("promotion_id","game_id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "game_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "is_recommended" BOOLEAN NOT NULL,
    "stars" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "status" "review_status" NOT NULL DEFAULT 'visible',
    "helpful_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wishlist_items" (
    "user_id" UUID NOT NULL,
    "game_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT '',
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wishlist_items_pkey" PRIMARY KEY ("user_id","game_id")
);

-- CreateTable
CREATE TABLE "carts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID,
    "guest_token_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "carts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_items" (
    "cart_id" UUID NOT NULL,
    "game_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_items_pkey" PRIMARY KEY ("cart_id","game_id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" BIGSERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "status" "order_status" NOT NULL DEFAULT 'pending',
    "currency" CHAR(3) NOT NULL,
    "total_cents" INTEGER NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paid_at" TIMESTAMPTZ(3),

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_items" (
    "id" BIGSERIAL NOT NULL,
    "order_id" UUID NOT NULL,
    "game_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "list_price_cents" INTEGER NOT NULL,
    "discount_percent" INTEGER NOT NULL DEFAULT 0,
    "unit_price_cents" INTEGER NOT NULL,

    CONSTRAINT "order_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "order_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_ref" TEXT NOT NULL,
    "status" "payment_status" NOT NULL DEFAULT 'pending',
    "amount_cents" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "failure_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refunds" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "order_id" UUID NOT NULL,
    "payment_id" UUID,
    "order_item_id" BIGINT,
    "amount_cents" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "status" "refund_status" NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "licence_keys" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "game_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "status" "licence_key_status" NOT NULL DEFAULT 'available',
    "order_item_id" BIGINT,
    "sold_at" TIMESTAMPTZ(3),

    CONSTRAINT "licence_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entitlements" (
    "user_id" UUID NOT NULL,
    "game_id" UUID NOT NULL,
    "order_item_id" BIGINT,
    "source" "entitlement_source" NOT NULL DEFAULT 'purchase',
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "entitlements_pkey" PRIMARY KEY ("user_id","game_id")
);

-- CreateTable
CREATE TABLE "daily_sales" (
    "game_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "units" INTEGER NOT NULL,
    "revenue_cents" BIGINT NOT NULL,
    "refunded_units" INTEGER NOT NULL DEFAULT 0,
    "refunded_cents" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "daily_sales_pkey" PRIMARY KEY ("game_id","day")
);

-- CreateTable
CREATE TABLE "model_versions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "version" TEXT NOT NULL,
    "status" "model_status" NOT NULL DEFAULT 'challenger',
    "artefact_prefix" TEXT NOT NULL,
    "backend" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "trained_through" DATE NOT NULL,
    "metrics" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forecasted_sales" (
    "game_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "horizon" INTEGER NOT NULL,
    "predicted_units" INTEGER NOT NULL,
    "lower_units" INTEGER NOT NULL,
    "upper_units" INTEGER NOT NULL,
    "model_version_id" UUID NOT NULL,

    CONSTRAINT "forecasted_sales_pkey" PRIMARY KEY ("game_id","day")
);

-- CreateTable
CREATE TABLE "pipeline_runs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "pipeline" "pipeline_name" NOT NULL,
    "day" DATE NOT NULL,
    "game_slug" TEXT,
    "trigger" "run_trigger" NOT NULL,
    "state" "run_state" NOT NULL DEFAULT 'queued',
    "requested_by_id" UUID,
    "step" TEXT NOT NULL DEFAULT '',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "pipeline_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pipeline_tasks" (
    "id" BIGSERIAL NOT NULL,
    "run_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "game_id" UUID,
    "state" "task_state" NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "pipeline_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL DEFAULT 'shopper',
    "password_hash" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "image" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,
    "ip" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "ip" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "publishers_slug_key" ON "publishers"("slug");

-- CreateIndex
CREATE INDEX "publisher_members_user_id_idx" ON "publisher_members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "games_slug_key" ON "games"("slug");

-- CreateIndex
CREATE INDEX "games_publisher_id_idx" ON "games"("publisher_id");

-- CreateIndex
CREATE INDEX "games_base_game_id_idx" ON "games"("base_game_id");

-- CreateIndex
CREATE INDEX "games_status_popularity_id_idx" ON "games"("status", "popularity" DESC, "id");

-- CreateIndex
CREATE INDEX "games_status_release_date_id_idx" ON "games"("status", "release_date" DESC, "id");

-- CreateIndex
CREATE INDEX "games_status_title_id_idx" ON "games"("status", "title", "id");

-- CreateIndex
CREATE INDEX "games_title_idx" ON "games" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "games_source_source_id_key" ON "games"("source", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "genres_slug_key" ON "genres"("slug");

-- CreateIndex
CREATE INDEX "game_genres_genre_id_game_id_idx" ON "game_genres"("genre_id", "game_id");

-- CreateIndex
CREATE UNIQUE INDEX "categories_slug_key" ON "categories"("slug");

-- CreateIndex
CREATE INDEX "game_categories_category_id_game_id_idx" ON "game_categories"("category_id", "game_id");

-- CreateIndex
CREATE UNIQUE INDEX "tags_slug_key" ON "tags"("slug");

-- CreateIndex
CREATE INDEX "game_tags_tag_id_game_id_idx" ON "game_tags"("tag_id", "game_id");

-- CreateIndex
CREATE UNIQUE INDEX "platforms_slug_key" ON "platforms"("slug");

-- CreateIndex
CREATE INDEX "game_platforms_platform_id_game_id_idx" ON "game_platforms"("platform_id", "game_id");

-- CreateIndex
CREATE INDEX "game_languages_language_code_idx" ON "game_languages"("language_code");

-- CreateIndex
CREATE UNIQUE INDEX "media_game_id_kind_position_key" ON "media"("game_id", "kind", "position");

-- CreateIndex
CREATE UNIQUE INDEX "builds_game_id_platform_id_version_key" ON "builds"("game_id", "platform_id", "version");

-- CreateIndex
CREATE INDEX "game_prices_currency_price_cents_game_id_idx" ON "game_prices"("currency", "price_cents", "game_id");

-- CreateIndex
CREATE INDEX "promotions_status_starts_at_ends_at_idx" ON "promotions"("status", "starts_at", "ends_at");

-- CreateIndex
CREATE INDEX "promotions_publisher_id_idx" ON "promotions"("publisher_id");

-- CreateIndex
CREATE INDEX "promotion_games_game_id_idx" ON "promotion_games"("game_id");

-- CreateIndex
CREATE INDEX "reviews_game_id_created_at_idx" ON "reviews"("game_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "reviews_user_id_idx" ON "reviews"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_game_id_user_id_key" ON "reviews"("game_id", "user_id");

-- CreateIndex
CREATE INDEX "wishlist_items_game_id_idx" ON "wishlist_items"("game_id");

-- CreateIndex
CREATE UNIQUE INDEX "carts_user_id_key" ON "carts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "carts_guest_token_hash_key" ON "carts"("guest_token_hash");

-- CreateIndex
CREATE INDEX "carts_updated_at_idx" ON "carts"("updated_at");

-- CreateIndex
CREATE INDEX "cart_items_game_id_idx" ON "cart_items"("game_id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_number_key" ON "orders"("number");

-- CreateIndex
CREATE INDEX "orders_user_id_placed_at_idx" ON "orders"("user_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "orders_paid_at_idx" ON "orders"("paid_at");

-- CreateIndex
CREATE INDEX "orders_status_idx" ON "orders"("status");

-- CreateIndex
CREATE UNIQUE INDEX "orders_user_id_idempotency_key_key" ON "orders"("user_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "order_items_game_id_idx" ON "order_items"("game_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_items_order_id_game_id_key" ON "order_items"("order_id", "game_id");

-- CreateIndex
CREATE INDEX "payments_order_id_idx" ON "payments"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_provider_provider_ref_key" ON "payments"("provider", "provider_ref");

-- CreateIndex
CREATE INDEX "refunds_order_id_idx" ON "refunds"("order_id");

-- CreateIndex
CREATE INDEX "refunds_payment_id_idx" ON "refunds"("payment_id");

-- CreateIndex
CREATE INDEX "refunds_order_item_id_idx" ON "refunds"("order_item_id");

-- CreateIndex
CREATE INDEX "refunds_created_at_idx" ON "refunds"("created_at");

-- CreateIndex
CREATE INDEX "licence_keys_game_id_status_idx" ON "licence_keys"("game_id", "status");

-- CreateIndex
CREATE INDEX "licence_keys_order_item_id_idx" ON "licence_keys"("order_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "licence_keys_game_id_code_key" ON "licence_keys"("game_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "entitlements_order_item_id_key" ON "entitlements"("order_item_id");

-- CreateIndex
CREATE INDEX "entitlements_game_id_idx" ON "entitlements"("game_id");

-- CreateIndex
CREATE INDEX "daily_sales_day_idx" ON "daily_sales"("day");

-- CreateIndex
CREATE UNIQUE INDEX "model_versions_version_key" ON "model_versions"("version");

-- CreateIndex
CREATE INDEX "model_versions_status_created_at_idx" ON "model_versions"("status", "created_at" DESC);

-- CreateIndex
CREATE INDEX "forecasted_sales_day_idx" ON "forecasted_sales"("day");

-- CreateIndex
CREATE INDEX "forecasted_sales_model_version_id_idx" ON "forecasted_sales"("model_version_id");

-- CreateIndex
CREATE INDEX "pipeline_runs_pipeline_created_at_idx" ON "pipeline_runs"("pipeline", "created_at" DESC);

-- CreateIndex
CREATE INDEX "pipeline_runs_state_idx" ON "pipeline_runs"("state");

-- CreateIndex
CREATE INDEX "pipeline_tasks_run_id_id_idx" ON "pipeline_tasks"("run_id", "id");

-- CreateIndex
CREATE INDEX "pipeline_tasks_game_id_idx" ON "pipeline_tasks"("game_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_provider_account_id_key" ON "accounts"("provider", "provider_account_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "audit_log_entity_entity_id_at_idx" ON "audit_log"("entity", "entity_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_log_actor_id_at_idx" ON "audit_log"("actor_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_log_at_idx" ON "audit_log"("at" DESC);

-- AddForeignKey
ALTER TABLE "publisher_members" ADD CONSTRAINT "publisher_members_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publishers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publisher_members" ADD CONSTRAINT "publisher_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "games" ADD CONSTRAINT "games_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publishers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "games" ADD CONSTRAINT "games_base_game_id_fkey" FOREIGN KEY ("base_game_id") REFERENCES "games"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_genres" ADD CONSTRAINT "game_genres_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_genres" ADD CONSTRAINT "game_genres_genre_id_fkey" FOREIGN KEY ("genre_id") REFERENCES "genres"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_categories" ADD CONSTRAINT "game_categories_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_categories" ADD CONSTRAINT "game_categories_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "categories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_tags" ADD CONSTRAINT "game_tags_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_tags" ADD CONSTRAINT "game_tags_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tags"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_platforms" ADD CONSTRAINT "game_platforms_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_platforms" ADD CONSTRAINT "game_platforms_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_languages" ADD CONSTRAINT "game_languages_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_languages" ADD CONSTRAINT "game_languages_language_code_fkey" FOREIGN KEY ("language_code") REFERENCES "languages"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "age_ratings" ADD CONSTRAINT "age_ratings_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "system_requirements" ADD CONSTRAINT "system_requirements_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "system_requirements" ADD CONSTRAINT "system_requirements_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "builds" ADD CONSTRAINT "builds_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "builds" ADD CONSTRAINT "builds_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_prices" ADD CONSTRAINT "game_prices_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_history" ADD CONSTRAINT "price_history_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publishers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promotion_games" ADD CONSTRAINT "promotion_games_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promotion_games" ADD CONSTRAINT "promotion_games_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carts" ADD CONSTRAINT "carts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "carts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_item_id_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "licence_keys" ADD CONSTRAINT "licence_keys_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "licence_keys" ADD CONSTRAINT "licence_keys_order_item_id_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_order_item_id_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "daily_sales" ADD CONSTRAINT "daily_sales_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecasted_sales" ADD CONSTRAINT "forecasted_sales_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecasted_sales" ADD CONSTRAINT "forecasted_sales_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pipeline_runs" ADD CONSTRAINT "pipeline_runs_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pipeline_tasks" ADD CONSTRAINT "pipeline_tasks_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "pipeline_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pipeline_tasks" ADD CONSTRAINT "pipeline_tasks_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema language cannot say: checks, and indexes over a part of a table.
ALTER TABLE "games"
  ADD CONSTRAINT "games_slug_check" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "games_title_check" CHECK (length(btrim(title)) BETWEEN 1 AND 300),
  ADD CONSTRAINT "games_minimum_age_check" CHECK (minimum_age BETWEEN 0 AND 21),
  ADD CONSTRAINT "games_currency_check" CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "games_popularity_check" CHECK (popularity >= 0),
  ADD CONSTRAINT "games_rating_check" CHECK (rating_average BETWEEN 1 AND 5),
  ADD CONSTRAINT "games_review_counts_check" CHECK (positive_count BETWEEN 0 AND review_count),
  ADD CONSTRAINT "games_kind_check" CHECK ((kind = 'base') = (base_game_id IS NULL)),
  ADD CONSTRAINT "games_source_check" CHECK ((source IS NULL) = (source_id IS NULL));
CREATE UNIQUE INDEX "games_featured_rank_key" ON "games" (featured_rank) WHERE featured_rank IS NOT NULL;

ALTER TABLE "game_prices"
  ADD CONSTRAINT "game_prices_price_check" CHECK (price_cents >= 0),
  ADD CONSTRAINT "game_prices_currency_check" CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE "price_history" ADD CONSTRAINT "price_history_price_check" CHECK (price_cents >= 0);
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_span_check" CHECK (starts_at < ends_at);
ALTER TABLE "promotion_games" ADD CONSTRAINT "promotion_games_discount_check" CHECK (discount_percent BETWEEN 1 AND 100);
ALTER TABLE "media" ADD CONSTRAINT "media_size_check" CHECK (width > 0 AND height > 0),
  ADD CONSTRAINT "media_alt_check" CHECK (btrim(alt) <> ''),
  ADD CONSTRAINT "media_place_check" CHECK (storage_key IS NOT NULL OR external_url IS NOT NULL);
ALTER TABLE "builds" ADD CONSTRAINT "builds_size_check" CHECK (size_bytes >= 0);
ALTER TABLE "system_requirements" ADD CONSTRAINT "system_requirements_size_check" CHECK (memory_mb >= 0 AND storage_mb >= 0);
ALTER TABLE "reviews"
  ADD CONSTRAINT "reviews_stars_check" CHECK (stars BETWEEN 1 AND 5),
  ADD CONSTRAINT "reviews_helpful_check" CHECK (helpful_count >= 0),
  ADD CONSTRAINT "reviews_body_check" CHECK (length(body) <= 8000);

ALTER TABLE "carts" ADD CONSTRAINT "carts_owner_check" CHECK (num_nonnulls(user_id, guest_token_hash) = 1);
ALTER TABLE "orders"
  ADD CONSTRAINT "orders_total_check" CHECK (total_cents >= 0),
  ADD CONSTRAINT "orders_paid_check" CHECK ((status IN ('pending', 'failed')) = (paid_at IS NULL));
ALTER TABLE "order_items"
  ADD CONSTRAINT "order_items_quantity_check" CHECK (quantity >= 1),
  ADD CONSTRAINT "order_items_discount_check" CHECK (discount_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT "order_items_price_check" CHECK (unit_price_cents BETWEEN 0 AND list_price_cents);
ALTER TABLE "payments" ADD CONSTRAINT "payments_amount_check" CHECK (amount_cents >= 0);
-- One order is charged once.
CREATE UNIQUE INDEX "payments_one_success_key" ON "payments" (order_id) WHERE status = 'succeeded';
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_amount_check" CHECK (amount_cents >= 0);
ALTER TABLE "licence_keys" ADD CONSTRAINT "licence_keys_sold_check" CHECK ((status = 'available') = (order_item_id IS NULL));

ALTER TABLE "daily_sales"
  ADD CONSTRAINT "daily_sales_counts_check" CHECK (units >= 0 AND revenue_cents >= 0 AND refunded_units >= 0 AND refunded_cents >= 0);
ALTER TABLE "forecasted_sales"
  ADD CONSTRAINT "forecasted_sales_horizon_check" CHECK (horizon BETWEEN 1 AND 60),
  ADD CONSTRAINT "forecasted_sales_order_check" CHECK (0 <= lower_units AND lower_units <= predicted_units AND predicted_units <= upper_units);
-- One model is live.
CREATE UNIQUE INDEX "model_versions_live_key" ON "model_versions" (status) WHERE status = 'live';

ALTER TABLE "pipeline_runs"
  ADD CONSTRAINT "pipeline_runs_progress_check" CHECK (progress BETWEEN 0 AND 1),
  ADD CONSTRAINT "pipeline_runs_finished_check" CHECK ((state IN ('queued', 'running')) = (finished_at IS NULL));
-- One run of a pipeline at a time.
CREATE UNIQUE INDEX "pipeline_runs_active_key" ON "pipeline_runs" (pipeline) WHERE state IN ('queued', 'running');

-- The audit log is only ever added to.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER "audit_log_append_only" BEFORE UPDATE OF id, at, action, entity, entity_id, ip, data OR DELETE ON "audit_log"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
