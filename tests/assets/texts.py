"""Texts for a stub coder: long enough to be taken as English, short enough to read."""

ALPHA = "Alpha met Bravo in the town on the coast and they talked for two long hours about the harbour.\n"
CHARLIE = "Charlie met Delta after the long talks had ended in the capital of the country that day.\n"
ECHO = "Nobody met anybody, said Echo, who had been waiting in the rain since the early morning.\n"
BROKEN = "BREAK this coder, said Foxtrot to Golf, while nobody else was there to listen to him.\n"
GERMAN = (
    "Der Minister traf am Freitag seinen Amtskollegen in der Hauptstadt und sprach lange mit ihm über den Hafen. "
    "Danach flogen beide zurück, ohne dass eine Vereinbarung unterschrieben worden wäre.\n"
)
