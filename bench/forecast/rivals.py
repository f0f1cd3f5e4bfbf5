"""Forecasts the windows of a benchmark with models of the Nixtla family, each with settings its documentation proposes.

Usage: rivals.py --data LONG.csv --origins DAY,DAY --horizon H --known a,b --static c,d --out FOLDER
Prints one JSON line for each model as it ends: its name with the seconds it took, or why it was left out. The forecasts
of a model are in FOLDER/<model>.csv: unique_id,origin,ds,h,q10,q25,q50,q75,q90,model.
"""

import argparse
import json
import logging
import os
import resource
import sys
import time
import warnings
from pathlib import Path

os.environ.setdefault("NIXTLA_ID_AS_COL", "1")
warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)

LEVELS = [50, 80]
QUANTILES = {"q10": 0.1, "q25": 0.25, "q50": 0.5, "q75": 0.75, "q90": 0.9}
SEASON = 7
STEPS = 500


def cpu_seconds():
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def with_calendar(frame):
    """Adds what is known of any day to the columns that are known ahead."""
    import numpy as np

    angle = 2 * np.pi * frame["ds"].dt.dayofyear / 365.25
    return frame.assign(
        **{f"weekday_{day}": (frame["ds"].dt.dayofweek == day).astype(float) for day in range(7)},
        year_sin=np.sin(angle),
        year_cos=np.cos(angle),
        month_day=frame["ds"].dt.day / 31,
    )


CALENDAR = [f"weekday_{day}" for day in range(7)] + ["year_sin", "year_cos", "month_day"]


def from_levels(forecast, name):
    """Nixtla's levels 50 and 80 as quantiles."""
    renamed = {f"{name}-lo-80": "q10", f"{name}-lo-50": "q25", name: "q50", f"{name}-hi-50": "q75", f"{name}-hi-80": "q90"}
    return forecast.rename(columns=renamed)


def lightgbm(past, future, task):
    import lightgbm
    from mlforecast import MLForecast
    from mlforecast.lag_transforms import RollingMean
    from mlforecast.target_transforms import LocalStandardScaler
    from mlforecast.utils import PredictionIntervals

    model = lightgbm.LGBMRegressor(
        objective="l1", n_estimators=400, learning_rate=0.05, num_leaves=63, verbosity=-1, n_jobs=-1, random_state=1
    )
    forecaster = MLForecast(
        models={"LightGBM": model},
        freq="D",
        lags=[1, 7, 14, 28],
        lag_transforms={1: [RollingMean(28)], 7: [RollingMean(91)]},
        target_transforms=[LocalStandardScaler()],
    )
    intervals = PredictionIntervals(n_windows=2, h=task.horizon)
    forecaster.fit(past, static_features=task.static, prediction_intervals=intervals)
    known = future[["unique_id", "ds", *task.known, *CALENDAR]]
    return from_levels(forecaster.predict(task.horizon, X_df=known, level=LEVELS), "LightGBM")


def auto_ets(past, _future, task):
    from statsforecast import StatsForecast
    from statsforecast.models import AutoETS

    forecaster = StatsForecast(models=[AutoETS(season_length=SEASON)], freq="D", n_jobs=-1)
    forecast = forecaster.forecast(df=past[["unique_id", "ds", "y"]], h=task.horizon, level=LEVELS)
    return from_levels(forecast, "AutoETS")


def neural(name):
    def forecast(past, future, task):
        import neuralforecast
        from neuralforecast import models
        from neuralforecast.losses.pytorch import MQLoss

        known = [*task.known, *CALENDAR]
        model = getattr(models, name)(
            h=task.horizon,
            input_size=4 * SEASON if name == "LSTM" else 2 * task.horizon,
            futr_exog_list=known,
            stat_exog_list=task.static,
            loss=MQLoss(quantiles=list(QUANTILES.values())),
            scaler_type="robust",
            max_steps=STEPS,
            windows_batch_size=256,
            batch_size=32,
            random_seed=1,
            accelerator="cpu",
            enable_progress_bar=False,
            enable_model_summary=False,
            logger=False,
            enable_checkpointing=False,
        )
        forecaster = neuralforecast.NeuralForecast(models=[model], freq="D")
        static = past[["unique_id", *task.static]].drop_duplicates()
        forecaster.fit(past[["unique_id", "ds", "y", *known]], static_df=static)
        result = forecaster.predict(futr_df=future[["unique_id", "ds", *known]])
        found = [column for column in result.columns if column.startswith(name)]
        return result.rename(columns=dict(zip(sorted(found, key=to_quantile), QUANTILES)))

    return forecast


def to_quantile(column):
    """NHITS-lo-80.0 is the .1 quantile, NHITS-median the .5 one."""
    if "-lo-" in column:
        return 0.5 - float(column.split("-lo-")[1]) / 200
    if "-hi-" in column:
        return 0.5 + float(column.split("-hi-")[1]) / 200
    return 0.5


MODELS = {"LightGBM": lightgbm, "AutoETS (statsforecast)": auto_ets, "NHITS": neural("NHITS"), "LSTM": neural("LSTM")}


def forecast_windows(name, model, data, task):
    """All windows of a model in one frame; quantiles ordered, none below zero where the data never is."""
    import numpy as np
    import pandas as pd

    floor = 0 if data["y"].min() >= 0 else -np.inf
    frames = []
    for origin in task.origins:
        end = pd.Timestamp(origin)
        after = data["ds"] > end
        future = data[after & (data["ds"] <= end + pd.Timedelta(days=task.horizon))].drop(columns="y")
        forecast = model(data[~after], future, task).reset_index()
        forecast[list(QUANTILES)] = np.maximum(floor, np.sort(forecast[list(QUANTILES)].to_numpy(), axis=1))
        frames.append(forecast.assign(origin=origin, h=(forecast["ds"] - end).dt.days, model=name))
    return pd.concat(frames)[["unique_id", "origin", "ds", "h", *QUANTILES, "model"]]


def main():
    parser = argparse.ArgumentParser()
    for option in ("data", "origins", "known", "static", "out"):
        parser.add_argument(f"--{option}", required=True)
    parser.add_argument("--horizon", type=int, required=True)
    task = parser.parse_args()
    task.origins, task.known, task.static = (text.split(",") for text in (task.origins, task.known, task.static))
    try:
        import pandas as pd
    except ImportError as error:
        sys.exit(f"no Python rivals: {error}")
    data = with_calendar(pd.read_csv(task.data, dtype={"unique_id": str}, parse_dates=["ds"]))
    for name, model in MODELS.items():
        started, cpu = time.monotonic(), cpu_seconds()
        try:
            forecasts = forecast_windows(name, model, data, task)
        except ImportError as error:
            print(json.dumps({"model": name, "skipped": str(error)}), flush=True)
            continue
        file = Path(task.out) / f"{len(name)}-{name.split()[0]}.csv"
        forecasts.to_csv(file, index=False, date_format="%Y-%m-%d")
        spent = {"seconds": time.monotonic() - started, "cpuSeconds": cpu_seconds() - cpu}
        print(json.dumps({"model": name, "file": str(file), **spent}), flush=True)


main()
