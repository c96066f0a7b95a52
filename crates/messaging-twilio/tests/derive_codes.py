"""Derives error_codes.tsv: of Twilio's error dictionary, the codes that src/error/codes maps.

    python3 derive_codes.py twilio-error-codes.json

The dictionary is the JSON list that Twilio offers at https://www.twilio.com/docs/api/errors.
"""

import json
import pathlib
import re
import sys

here = pathlib.Path(__file__).parent
mapped = set()
for part in (here.parent / "src" / "error" / "codes").glob("*.rs"):
    mapped |= {int(code) for code in re.findall(r"^    (\d{5}) [A-Z]", part.read_text(), re.MULTILINE)}

dictionary = json.loads(pathlib.Path(sys.argv[1]).read_text())
rows = sorted((int(row["code"]), row["message"].strip()) for row in dictionary if int(row["code"]) in mapped)
text = "# code\tmessage, as in Twilio's error dictionary of 2023-05\n"
text += "".join(f"{code}\t{message}\n" for code, message in rows)
(here / "error_codes.tsv").write_text(text)
print(f"{len(rows)} of {len(mapped)} mapped codes")
