import { handleNextAuth } from "@/lib/server/auth/next-auth-handler";

export const GET = handleNextAuth;
export const POST = handleNextAuth;
