/** One of the accounts that the demo world has, with its password in the clear. */
export type DemoLogin = {
  role: "shopper" | "publisher" | "staff" | "admin";
  email: string;
  password: string;
  name: string;
};

/** The logins of the demo world: the only passwords in the repository, and in no other database than the demo's. */
export const DEMO_LOGINS = [
  { role: "shopper", email: "shopper@kratos.test", password: "demo-shopper-pass", name: "Sam Shopper" },
  { role: "publisher", email: "publisher@kratos.test", password: "demo-publisher-pass", name: "Petra Publisher" },
  { role: "staff", email: "staff@kratos.test", password: "demo-staff-pass", name: "Stefan Staff" },
  { role: "admin", email: "admin@kratos.test", password: "demo-admin-pass", name: "Ada Admin" },
] as const satisfies readonly DemoLogin[];
