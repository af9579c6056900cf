"""Builds the registry of actors in ``seeds/reference`` from the reviewed rows in ``seeds/reference_sources``.

What belongs here: reading the compact source rows, expanding them (plurals of demonyms, ministries by pattern,
surnames), and the rules that the result must keep. What does not: anything the pipeline needs at
run time; it reads the built CSV. Run it with ``python -m pipelines.reference_build``.
"""
