import type { LinkedProvider } from "@/lib/shared/account";

/** The sign of a provider in the colour of the text; its name stands beside it. */
const PATHS: Record<LinkedProvider, string> = {
  google:
    "M12 10.6v3.1h4.5c-.4 2.1-2.2 3.5-4.5 3.5a5.2 5.2 0 1 1 3.5-9.1l2.3-2.3A8.5 8.5 0 1 0 12 20.5c4.9 0 8.3-3.4 8.3-8.3 0-.6 0-1.1-.1-1.6H12Z",
  github:
    "M12 2.8a9.4 9.4 0 0 0-3 18.3c.5.1.6-.2.6-.4v-1.7c-2.6.6-3.2-1.2-3.2-1.2-.4-1-1-1.3-1-1.3-.9-.6 0-.6 0-.6 1 .1 1.5 1 1.5 1 .8 1.4 2.2 1 2.7.8.1-.6.4-1 .6-1.3-2.1-.2-4.3-1-4.3-4.6 0-1 .4-1.9 1-2.5-.1-.3-.4-1.3.1-2.6 0 0 .8-.3 2.6 1a8.8 8.8 0 0 1 4.7 0c1.8-1.3 2.6-1 2.6-1 .5 1.3.2 2.3.1 2.6.6.6 1 1.5 1 2.5 0 3.6-2.2 4.4-4.3 4.6.3.3.6.9.6 1.8v2.5c0 .2.1.5.6.4A9.4 9.4 0 0 0 12 2.8Z",
};

export function ProviderMark({ provider }: { provider: LinkedProvider }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" fill="currentColor" className="size-5">
      <path d={PATHS[provider]} />
    </svg>
  );
}
