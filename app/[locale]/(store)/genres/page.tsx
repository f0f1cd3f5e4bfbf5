import { listGenreTiles } from "@/lib/server/catalogue/queries";
import { GenreTiles } from "../_components/genre-tiles";
import { getTermIndexMetadata, TermIndexPage } from "../_components/term/term-index-page";

export const generateMetadata = () => getTermIndexMetadata("genre");

export default async function GenresPage() {
  return (
    <TermIndexPage facet="genre">
      <GenreTiles genres={await listGenreTiles()} />
    </TermIndexPage>
  );
}
