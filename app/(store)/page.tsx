import { PageHeader } from "@/app/_components/page-header";

export default function LandingPage() {
  return (
    <div className="container-page py-10">
      <PageHeader title="Kratos" />
    </div>
  );
}
