"""Communique: news articles in, an analytical warehouse of who engaged with whom out.

Imports run one way: assets -> linking -> parsing -> reading -> records -> settings. Nothing is imported here, so that
``import pipelines`` costs nothing and a coder process never loads dagster.
"""
