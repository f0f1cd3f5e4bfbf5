export { default } from "@/app/(store)/cart/loading";
