import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** What a test's mail server got. */
export type ReceivedMail = { from: string; to: string[]; data: string };

/** A mail server on a free port; `refused` is an address that it takes mail neither to nor from. */
export type TestSmtpServer = { url: string; received: ReceivedMail[]; stop(): Promise<void> };

type Conversation = { from: string; to: string[]; lines: string[] | null };

function answer(line: string, talk: Conversation, server: { received: ReceivedMail[]; refused: string }): string {
  if (talk.lines) {
    if (line !== ".") {
      talk.lines.push(line.startsWith(".") ? line.slice(1) : line);
      return "";
    }
    server.received.push({ from: talk.from, to: talk.to, data: talk.lines.join("\n") });
    Object.assign(talk, { to: [], lines: null });
    return "250 taken";
  }
  const address = line.match(/<(.*)>/)?.[1] ?? "";
  if (/^(EHLO|HELO|RSET|NOOP)/i.test(line)) return "250 at your service";
  if (address !== "" && address === server.refused) return "550 nobody of that name";
  if (/^MAIL FROM/i.test(line)) talk.from = address;
  else if (/^RCPT TO/i.test(line)) talk.to.push(address);
  else if (/^DATA/i.test(line)) {
    talk.lines = [];
    return "354 go on";
  } else if (/^QUIT/i.test(line)) return "221 bye";
  else return "500 what?";
  return "250 fine";
}

/** Starts a server that speaks as much SMTP as handing in a mail takes. */
export async function startTestSmtpServer(options: { port?: number; refused?: string } = {}): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const talk: Conversation = { from: "", to: [], lines: null };
    let rest = "";
    socket.setEncoding("utf8").write("220 test\r\n");
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const text = answer(line, talk, { received, refused: options.refused ?? "" });
        if (text) socket.write(`${text}\r\n`);
      }
    });
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { url: `smtp://127.0.0.1:${port}`, received, stop };
}
