from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from pipelines.building.errors import WarehouseBusyError
from pipelines.building.locking import only_run

HOLD = """
import sys, time
from pipelines.building.locking import only_run
from pipelines.settings import get_settings
with only_run(get_settings(warehouse_dir=sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_run_is_told_who_is_at_work(settings):
    said = rf"process {os.getpid()}\b.*at work on"
    with only_run(settings), pytest.raises(WarehouseBusyError, match=said), only_run(settings):
        pass


def test_the_lock_is_free_again_after_a_run(settings):
    for _ in range(2):
        with only_run(settings):
            pass


def test_other_warehouses_are_not_held_up(settings, tmp_path):
    with only_run(settings), only_run(settings.model_copy(update={"warehouse_dir": tmp_path / "other"})):
        pass


def test_a_killed_run_holds_nothing(settings):
    command = [sys.executable, "-c", HOLD, str(settings.warehouse_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "held"
        with pytest.raises(WarehouseBusyError, match=str(holder.pid)), only_run(settings):
            pass
        holder.send_signal(signal.SIGKILL)
    with only_run(settings):
        pass
