"""What a build can fail with, each in one line that says what to do. Nothing else belongs here."""

from __future__ import annotations


class BuildError(Exception):
    """A build that stopped; the published warehouse is as it was. The message says why, where and what to do."""


class WarehouseBusyError(BuildError):
    """Another run is at work on the same warehouse."""
