"""What is set from outside, and what makes no sense."""

import onnxruntime
import pytest

from hearsay.engines.in_process import analyser
from hearsay.errors import ModelError, UsageError
from hearsay.settings import Settings, settings


def test_what_nobody_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RECORD", "WORKERS", "DEVICE", "PAGE_SECONDS", "PAGE_MEGABYTES"):
        monkeypatch.delenv(f"HEARSAY_{name}", raising=False)
    assert settings() == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WORKERS", "-1"),
        ("WORKERS", "two"),
        ("DEVICE", "tpu"),
        ("PAGE_SECONDS", "0"),
        ("PAGE_MEGABYTES", "12"),
    ],
)
def test_nonsense_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"HEARSAY_{name}", value)
    with pytest.raises(UsageError, match=f"HEARSAY_{name} is '{value}'"):
        settings()


def test_a_gpu_that_is_asked_for_and_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_DEVICE", "cuda")
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CPUExecutionProvider"])
    with pytest.raises(ModelError, match="onnxruntime-gpu"):
        analyser.__wrapped__()
