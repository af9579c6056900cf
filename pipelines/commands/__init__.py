"""The sub-commands of ``communique``, one module each; ``pipelines.cli`` lists them.

What belongs here: arguments, display, and errors in one line. What does not: work; each command calls the part that
does it, and imports it only when it runs, so that ``--help`` is fast.
"""
