import { combineReducers } from "@reduxjs/toolkit";
import { deleteRequest, historyRequest, listRequest, moreRequest, reportRequest, saveRequest } from "./actions";
import { listReducer } from "./list-slice";
import { mineReducer } from "./mine-slice";

export const reviewsReducer = combineReducers({
  view: listReducer,
  mine: mineReducer,
  list: listRequest.reducer,
  more: moreRequest.reducer,
  save: saveRequest.reducer,
  delete: deleteRequest.reducer,
  report: reportRequest.reducer,
  history: historyRequest.reducer,
});
