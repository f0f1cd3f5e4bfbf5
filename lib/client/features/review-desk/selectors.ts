import type { RootState } from "../../store/root-reducer";

export const selectReplyForm = ({ reviewDesk }: RootState) => reviewDesk.desk.form;
export const selectReplies = ({ reviewDesk }: RootState) => reviewDesk.desk.replies;
export const selectDecisions = ({ reviewDesk }: RootState) => reviewDesk.desk.decisions;
export const selectSaveReply = ({ reviewDesk }: RootState) => reviewDesk.saveReply;
