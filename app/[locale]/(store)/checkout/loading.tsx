export { default } from "@/app/[locale]/(store)/cart/loading";
