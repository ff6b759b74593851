"""What ends a sentence in Spanish news and what does not. A bar marks each boundary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import segmentation

NEWS = (
    "El Sr. Lanas y la Dra. Vidal se fueron. | No volvieron.",
    "Lo dijo D. Juan Ferrer. | Nadie lo creyó.",
    "Vive en EE. UU. desde 2001. | Trabaja para el Ejército de EE. UU. en Texas.",
    "Volvió de EE. UU. | La familia lo esperaba. | Volvió de EE.UU. | Nadie lo esperaba.",
    "Participan las CC. AA. y las FF. AA. | También los JJ. OO. de Invierno.",
    "Hay países, p. ej. Francia, que no. | Otros sí.",
    "Vive en el núm. 5 de la Avda. América. | Véase la pág. 12 y el art. 3. | Punto.",
    "Salió a las 5 p. m. | La reunión acabó a las 11 p. m. del lunes.",
    "Murió en el 44 a. C. | En el siglo V. | Nadie lo sabe.",
    "¿Quién es? | ¡Nadie! | ¿Y tú? | «¿Por qué?», preguntó ella. | ¡Vámonos!",
    "«Hemos ganado». | Se fue. | «¿Ganado?». | «¡Sí!».",
    "—¿Vienes? —preguntó Ana. | —No. | —Como quieras.",
    "Cuesta 1.200 euros. | Bajó un 3,5 %. | 20 000 personas huyeron.",
    "Lo compró Hale y Cía. de Ohio. | Fundó Orme, S. A. | El resto es historia.",
    "Esperamos… y esperamos. | Nunca quise eso… | Ella se fue.",
    "Llovió (por primera vez. Desde mayo.) todo el día. | (Hacía frío.) | La gente dormía.",
    "¿Te vas?, le dijo. | Él calló.",
)


@pytest.mark.parametrize("marked", NEWS)
def test_sentences_of_spanish_news(marked: str) -> None:
    wanted = marked.split(" | ")
    found = [one.text for one in segmentation.split(" ".join(wanted), "es")]
    assert found == wanted


@given(st.text(alphabet=st.sampled_from("aEe. ¿?¡!«»—…\n1Uo"), max_size=120))
def test_joining_gives_the_spanish_paragraph_back(text: str) -> None:
    assert segmentation.join(segmentation.split(text, "es")) == text


def test_a_language_without_rules_of_its_own_is_cut_as_english() -> None:
    text = "Mr. Arden spoke. He left."
    assert segmentation.split(text, "de") == segmentation.split(text)
