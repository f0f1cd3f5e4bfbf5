import type { RootState } from "../../store/root-reducer";

export const selectReviewsView = ({ reviews }: RootState) => reviews.view;
export const selectHistory = ({ reviews }: RootState) => reviews.view.history;

export const selectMine = ({ reviews }: RootState) => reviews.mine;

export const selectListRequest = ({ reviews }: RootState) => reviews.list;
export const selectMoreRequest = ({ reviews }: RootState) => reviews.more;
export const selectSaveRequest = ({ reviews }: RootState) => reviews.save;
export const selectDeleteRequest = ({ reviews }: RootState) => reviews.delete;
export const selectReportRequest = ({ reviews }: RootState) => reviews.report;
export const selectHistoryRequest = ({ reviews }: RootState) => reviews.history;
