/** Takes next-auth's answer in its Node form and makes a web Response of it. */
export class AnswerRecorder {
  #status = 200;
  #headers = new Map<string, string | string[]>();
  #body: string | null = null;

  status(status: number): this {
    this.#status = status;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  /** Sends a cookie beside those that next-auth sets. */
  addCookie(line: string): this {
    const known = this.#headers.get("set-cookie") ?? [];
    return this.setHeader("set-cookie", [...(typeof known === "string" ? [known] : known), line]);
  }

  json(body: unknown): void {
    this.setHeader("content-type", "application/json");
    this.#body = JSON.stringify(body);
  }

  send(body: unknown): void {
    if (typeof body === "object" && body !== null) this.json(body);
    else this.#body = body === undefined || body === null ? null : String(body);
  }

  end(): void {}

  /** next-auth answers a missing or wrong CSRF token to a script with status 200 and the address of a page of its own. */
  get isStale(): boolean {
    return this.#body?.includes("?csrf=true") ?? false;
  }

  /** What next-auth does not know it answers as plain text, in part with status 500. */
  get isUnknown(): boolean {
    return this.#status >= 400 && (this.#body?.startsWith("Error: ") ?? false);
  }

  toResponse(): Response {
    const headers = new Headers({ "cache-control": "no-store" });
    for (const [name, value] of this.#headers) {
      if (typeof value === "string") headers.set(name, value);
      else for (const one of value) headers.append(name, one);
    }
    return new Response(this.#body, { status: this.#status, headers });
  }
}
