"""One training step of the same network in PyTorch: torch_step.py SHAPES_JSON THREADS prints its median time as JSON."""

import json
import resource
import sys
import time

import torch
from torch import nn

shapes = json.loads(sys.argv[1])
torch.set_num_threads(int(sys.argv[2]))
torch.manual_seed(1)
WARM_UP_STEPS = 8
TAUS = shapes["quantiles"]


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(shapes["past"], shapes["units"], batch_first=True)
        self.context = nn.Linear(shapes["units"] + shapes["context"], shapes["hidden"])
        self.future = nn.Linear(shapes["future"], shapes["hidden"], bias=False)
        self.top = nn.Linear(shapes["hidden"], shapes["top"])
        self.output = nn.Linear(shapes["top"], shapes["outputs"])

    def forward(self, past, context, future):
        _, (state, _) = self.lstm(past)
        shared = self.context(torch.cat([state[0], context], 1)).unsqueeze(1)
        return self.output(torch.relu(self.top(torch.relu(self.future(future) + shared))))


def compute_loss(raw, target, weight, base):
    def to_value(log):
        return base * torch.exp(torch.clamp(log, -4, 4))

    mean = to_value(raw[..., 0])
    loss = 0.5 * (mean - target * torch.log(mean + 1e-6))
    median = raw[..., 1]
    lower = median - nn.functional.softplus(raw[..., 2])
    upper = median + nn.functional.softplus(raw[..., 4])
    lowest = lower - nn.functional.softplus(raw[..., 3])
    highest = upper + nn.functional.softplus(raw[..., 5])
    for tau, log in zip(TAUS, [lowest, lower, median, upper, highest]):
        error = target - to_value(log)
        loss = loss + torch.maximum(tau * error, (tau - 1) * error)
    return (weight * loss).mean()


size, days = shapes["batch"], shapes["days"]
past = torch.randn(size, shapes["steps"], shapes["past"])
context = torch.randn(size, shapes["context"])
future = torch.randn(size, days, shapes["future"])
base = torch.rand(size, days) * 10 + 0.1
target = torch.poisson(base)
weight = torch.ones(size, days)
network = Network()
optimizer = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=0.01)


def step():
    started = time.perf_counter()
    optimizer.zero_grad(set_to_none=True)
    compute_loss(network(past, context, future), target, weight, base).backward()
    optimizer.step()
    return time.perf_counter() - started


for _ in range(WARM_UP_STEPS):
    step()
times = []
until = time.perf_counter() + shapes["seconds"]
while time.perf_counter() < until:
    times.append(step())
step_ms = 1000 * sorted(times)[len(times) // 2]
peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"windowsPerSecond": 1000 * size / step_ms, "stepMs": step_ms, "peakMb": peak_mb, "version": torch.__version__}))
