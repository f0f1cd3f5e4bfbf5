/** Ways to the parts of a long page. */
export function SectionLinks({ hasKeys }: { hasKeys: boolean }) {
  const parts = [
    { href: "#forecast", text: "Forecast" },
    { href: "#why", text: "Why" },
    { href: "#accuracy", text: "How good were we" },
    { href: "#what-if", text: "What if" },
    ...(hasKeys ? [{ href: "#keys", text: "Licence keys" }] : []),
  ];
  return (
    <nav aria-label="Parts of this page">
      <ul className="scrollbar-none -mx-1 flex gap-2 overflow-x-auto px-1 py-1">
        {parts.map(({ href, text }) => (
          <li key={href} className="shrink-0">
            <a
              href={href}
              className="block rounded-full border border-line px-3.5 py-1.5 font-medium text-muted text-sm transition-colors hover:border-muted hover:text-foreground"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
