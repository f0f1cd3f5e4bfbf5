import type { SessionView } from "@/lib/shared/auth";
import type { RequestState } from "../../store/request";
import type { RootState } from "../../store/root-reducer";

export const selectSession = (state: RootState): SessionView | null => state.session.view;
export const selectSignIn = (state: RootState): RequestState => state.session.signIn;
export const selectRegister = (state: RootState): RequestState => state.session.register;

/** True while a request is under way that ends with another person signed in, or nobody. */
export const selectIsSessionChanging = ({ session: { signIn, register, signOut } }: RootState): boolean =>
  [signIn, register, signOut].some((request) => request.status === "running");
