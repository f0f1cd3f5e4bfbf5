"use client";

import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { ForecastPlace } from "@/lib/client/features/forecast/api";
import { forecastLeft, forecastOpened } from "@/lib/client/features/forecast/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";

const PlaceContext = createContext<ForecastPlace>({ area: "publisher", slug: "" });

/** Stands before the page's parts, so that the store is clear of the last game's answers when they ask for theirs. */
function Opener({ area, slug }: ForecastPlace) {
  const dispatch = useAppDispatch();
  useEffect(() => {
    dispatch(forecastOpened({ area, slug }));
    return () => {
      dispatch(forecastLeft());
    };
  }, [dispatch, area, slug]);
  return null;
}

/** Tells the parts of a game's forecast page whose page it is. */
export function ForecastPlaceProvider({ place, children }: { place: ForecastPlace; children: ReactNode }) {
  return (
    <PlaceContext value={place}>
      <Opener {...place} />
      {children}
    </PlaceContext>
  );
}

export const useForecastPlace = () => useContext(PlaceContext);
