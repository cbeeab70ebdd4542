"""What handlers need beside the database: the forms, the office's profile, randomness."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from handlers.messages import Capabilities
from reporting.forms.model import Form
from reporting.profile import Profile
from storage.database import Tx
from storage.sealing import Sealer

FORM_OF_KIND = {"grassroots": "grassroots-monthly", "province": "office-monthly"}


@dataclass(frozen=True, slots=True)
class World:
    """`random(n)` gives an integer in 0..n-1; `channels` are the messengers in use.

    `sealer` keeps telephone numbers; None where the installation has no secret key, and so keeps none.
    `how_to_come(tx, code)` tells an invited person, sentence by sentence, where to bring the code; it may know nothing.
    """

    forms: Mapping[str, Form]
    profile: Profile
    random: Callable[[int], int]
    channels: Mapping[str, Capabilities]
    sealer: Sealer | None = None
    how_to_come: Callable[[Tx, str], Sequence[str]] = lambda tx, code: ()
