import { Random } from "@/jobs/simulate/random";

/** Runs in the page where something of it is executed. */
export const TELLTALE = "kratosWasHacked";

/** Texts that break what is not made for them, as they stand in an address (escaped, where they can be). */
const TEXTS: readonly string[] = [
  "",
  " ",
  "%",
  "_",
  "\u0000",
  "a\u0000b",
  "\r\nSet-Cookie: kratos_hacked=1",
  `<script>${TELLTALE}()</script>`,
  `"><img src=x onerror=${TELLTALE}()>`,
  `'"><svg/onload=${TELLTALE}()>`,
  `javascript:${TELLTALE}()`,
  "'; drop table games; --",
  "1 or 1=1",
  "{{7*7}}<%= 7*7 %>",
  "../../../../etc/passwd",
  "//evil.example",
  "\\evil.example",
  "https://evil.example/",
  "__proto__",
  "constructor",
  "[object Object]",
  "NaN",
  "-1",
  "1e999",
  "9".repeat(40),
  "0x10",
  "ab cd,ef,,gh",
  "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z",
  "\u202Egnp.exe\u202C",
  "مرحبا بالعالم",
  "שלום ‎עולם",
  "ゲーム検索",
  "🎮👩‍👩‍👧‍👦🏴‍☠️",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
  "ﷺ".repeat(60),
  "é".normalize("NFD").repeat(60),
  "x".repeat(10_000),
  "🎮".repeat(2_500),
  "eyJzIjoiYWJjIiwiayI6MSwiaSI6ImEiLCJ0IjoxfQ",
  Buffer.from(JSON.stringify({ s: "x", k: "\u0000", i: "00000000-0000-4000-8000-000000000000", t: 1 })).toString(
    "base64url",
  ),
  Buffer.from(JSON.stringify({ s: "x", k: Number.MAX_SAFE_INTEGER, i: "x".repeat(99), t: -1 })).toString("base64url"),
];

/** What cannot even be escaped rightly: half a surrogate pair, and percent signs that stand for nothing. */
const RAW: readonly string[] = ["%ED%A0%80", "%ED%B0%80%ED%A0%BD", "%E0%A4%A", "%", "%%%", "%zz", "%FF%FE", "%C0%AF"];

/** Draws texts and addresses; the same seed draws the same. */
export class Hostility {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed, "hostility");
  }

  /** A value as it stands in an address. */
  value(): string {
    if (this.#random.chance(0.15)) return this.#random.pick(RAW);
    return encodeURIComponent(this.#random.pick(TEXTS));
  }

  /** Every value as it stands in an address. */
  static listValues(): string[] {
    return [...TEXTS.map(encodeURIComponent), ...RAW];
  }

  /** A query of some of the names, some of them twice, and of names that nobody knows. */
  query(names: readonly string[]): string {
    const known = this.#random.sample(names, this.#random.int(1, 3));
    const all = this.#random.chance(0.3) ? [...known, ...known, "__proto__", "unknown[]"] : known;
    return all.map((name) => `${name}=${this.value()}`).join("&");
  }

  /** A JSON value of any shape, for the body of a request. */
  body(depth = 2): unknown {
    const leaves = [null, true, -1, 1e308, "", [], {}, this.#random.pick(TEXTS)];
    if (depth === 0 || this.#random.chance(0.4)) return this.#random.pick(leaves);
    const names = ["gameId", "slug", "currency", "body", "ids", "email", "__proto__", "q"];
    return Object.fromEntries(this.#random.sample(names, 3).map((name) => [name, this.body(depth - 1)]));
  }

  pick<Item>(items: readonly Item[]): Item {
    return this.#random.pick(items);
  }
}
