import { Check, Minus } from "lucide-react";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import type { GameDetail } from "@/lib/shared/catalogue";

function Has({ has }: { has: boolean }) {
  const Icon = has ? Check : Minus;
  return (
    <TableCell className="text-center">
      <Icon aria-hidden className={`mx-auto size-4 ${has ? "text-success" : "text-muted"}`} />
      <span className="sr-only">{has ? "yes" : "no"}</span>
    </TableCell>
  );
}

/** Which languages are written, subtitled and spoken. */
export function Languages({ languages }: { languages: GameDetail["languages"] }) {
  return (
    <Table label="What is in which language">
      <TableHead>
        <TableRow>
          <TableHeader>Language</TableHeader>
          <TableHeader className="text-center">Interface</TableHeader>
          <TableHeader className="text-center">Subtitles</TableHeader>
          <TableHeader className="text-center">Audio</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {languages.map((language) => (
          <TableRow key={language.code}>
            <TableHeader scope="row" className="font-medium text-foreground text-sm">
              {language.name}
            </TableHeader>
            <Has has={language.hasInterface} />
            <Has has={language.hasSubtitles} />
            <Has has={language.hasAudio} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
