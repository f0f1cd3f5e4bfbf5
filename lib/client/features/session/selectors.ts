import type { SessionView } from "@/lib/shared/auth";
import type { RequestState } from "../../store/request";
import type { RootState } from "../../store/root-reducer";

export const selectSession = (state: RootState): SessionView | null => state.session.view;
export const selectSignIn = (state: RootState): RequestState => state.session.signIn;
export const selectSignInCode = (state: RootState): RequestState => state.session.signInCode;
/** True where the password was right and a code is to follow. */
export const selectIsCodeNeeded = (state: RootState): boolean => state.session.isCodeNeeded;
export const selectRegister = (state: RootState): RequestState => state.session.register;

/** True while a request is under way that ends with another person signed in, or nobody. */
export const selectIsSessionChanging = ({ session: { signIn, signInCode, register, signOut } }: RootState): boolean =>
  [signIn, signInCode, register, signOut].some((request) => request.status === "running");
