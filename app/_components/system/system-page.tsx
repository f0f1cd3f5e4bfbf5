import type { ReactNode } from "react";
import { SystemSearch } from "./system-search";

type SystemPageProps = {
  icon: ReactNode;
  /** Such as the status code, for those who have to name it. */
  mark?: string;
  heading: string;
  text: string;
  /** What one can do about it. */
  actions: ReactNode;
};

/** A page that says why there is no other one, with ways on: a search works whatever failed. */
export function SystemPage({ icon, mark, heading, text, actions }: SystemPageProps) {
  return (
    <div className="container-page grid grow content-center justify-items-center gap-4 py-16 text-center sm:py-24">
      <div aria-hidden className="grid size-16 place-items-center rounded-2xl bg-raised [&_svg]:size-8">
        {icon}
      </div>
      {mark && <p className="text-muted text-sm tabular-nums">{mark}</p>}
      <h1 className="text-balance font-bold text-4xl">{heading}</h1>
      <p className="max-w-md text-balance text-muted">{text}</p>
      <SystemSearch />
      <div className="flex flex-wrap justify-center gap-3">{actions}</div>
    </div>
  );
}
