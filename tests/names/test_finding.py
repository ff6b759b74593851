"""The names of an article are found by capitals, titles and what stands around them."""

from __future__ import annotations

from translator.model import NameKind
from translator.names import Found, Line, find


def found(*texts: str, known: dict[str, str] | None = None) -> dict[str, Found]:
    lines = [Line(number, text) for number, text in enumerate(texts, start=1)]
    return {one.name: one for one in find(lines, known)}


def test_a_surname_alone_belongs_to_the_full_name() -> None:
    names = found(
        "President Mara Ellison spoke on Monday.",
        "Critics say Ellison has no plan.",
        "“It is late,” Ellison said.",
    )
    assert names["Mara Ellison"].forms == {"Mara Ellison": 1, "Ellison": 2}
    assert names["Mara Ellison"].segments == (1, 2, 3)
    assert names["Mara Ellison"].kind is NameKind.PERSON
    assert "Ellison" not in names


def test_an_acronym_in_brackets_belongs_to_the_name_before_it() -> None:
    names = found(
        "The report came from the Harbor Safety Council (HSC) in May.",
        "The HSC gave no figures.",
    )
    assert "HSC" not in names
    assert names["Harbor Safety Council"].forms["HSC"] == 2


def test_the_first_word_of_a_sentence_is_no_name_by_its_capital() -> None:
    names = found("Prisoners were held near Velmar.", "Later they left.", "Soldiers came.")
    assert set(names) == {"Velmar"}


def test_what_is_made_of_words_is_translated() -> None:
    names = found("The Transport Ministry in Velmar said nothing.", "Mr. Brennick agreed.")
    assert names["Transport Ministry"].is_made_of_words
    assert not names["Brennick"].is_made_of_words


def test_peoples_days_and_posts_are_no_names() -> None:
    names = found("On Monday the Ukrainian and Russian presidents met in Velmar in February.")
    assert set(names) == {"Velmar"}


def test_a_headline_proves_nothing_but_counts() -> None:
    names = found("Ellison Says Budget Will Wait", "Mayor Mara Ellison said so.")
    assert set(names) == {"Mara Ellison"}
    assert names["Mara Ellison"].forms["Ellison"] == 1
    assert names["Mara Ellison"].segments == (1, 2)


def test_a_known_form_belongs_to_its_full_name() -> None:
    names = found("Zelensky spoke.", known={"Zelensky": "Volodymyr Zelenskyy"})
    assert names["Zelensky"].forms == {"Zelensky": 1}
    both = found(
        "Zelensky spoke.", "Volodymyr Zelenskyy left.", known={"Zelensky": "Volodymyr Zelenskyy"}
    )
    assert both["Volodymyr Zelenskyy"].forms == {"Volodymyr Zelenskyy": 1, "Zelensky": 1}


def test_a_newspaper_is_media() -> None:
    names = found("He spoke to the Velmar Tribune newspaper.", "The Velmar Tribune asked why.")
    assert names["Velmar Tribune"].kind is NameKind.MEDIA


def test_a_small_word_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    names = found(
        "In Velmar Mara Ellison said no.", "On Monday Brennick agreed, but Ellison did not."
    )
    assert set(names) >= {"Brennick"}
    assert not any(name.startswith(("In ", "On ")) for name in names)


def test_a_platform_is_no_place_and_a_code_no_name() -> None:
    names = found(
        "He moved from Velmar to Twitter and back to Twitter.",
        "It said PM2.5 had risen near the T-72 tanks.",
    )
    assert names["Twitter"].kind is NameKind.MEDIA
    assert set(names) == {"Velmar", "Twitter"}


def test_a_month_is_no_name_and_a_surname_is() -> None:
    assert set(found("It rained in Velmar on May 3 and in May.")) == {"Velmar"}
    assert "May" in found("It was closed, as May had said in Velmar.")


def test_what_stands_in_an_address_is_no_name() -> None:
    names = found(
        "See https://example.org/Harbor-Report/Ellison for more of it.",
        "Write to Mara.Brook@example.org or @VelmarNews, or see example.org/Reports.",
        "She lives in Velmar.",
    )
    assert set(names) == {"Velmar"}
