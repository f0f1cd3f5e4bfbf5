import { DashboardSkeleton } from "@/app/_components/dashboard-skeleton";

export default DashboardSkeleton;
