//! Where a number is, by its country calling code (ITU-T E.164, List of assigned country codes,
//! <https://www.itu.int/pub/T-SP-E.164D>) and, within the North American Numbering Plan, by its area code
//! (<https://nationalnanpa.com/area_codes>).

/// Area codes of `+1` that are not the United States; those of no place, such as toll-free ones, are none at all.
#[rustfmt::skip]
const AREAS: &[(&str, &str)] = &[
    ("CA", "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 474 \
            506 514 519 548 579 581 584 587 600 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 \
            879 902 905 942"),
    ("AS", "684"), ("AG", "268"), ("AI", "264"), ("BB", "246"), ("BM", "441"), ("BS", "242"), ("DM", "767"),
    ("DO", "809 829 849"), ("GD", "473"), ("GU", "671"), ("JM", "658 876"), ("KN", "869"), ("KY", "345"), ("LC", "758"),
    ("MP", "670"), ("MS", "664"), ("PR", "787 939"), ("SX", "721"), ("TC", "649"), ("TT", "868"), ("VC", "784"),
    ("VG", "284"), ("VI", "340"),
    ("", "456 500 521 522 523 524 525 526 527 528 529 533 544 566 577 588 700 710 800 822 833 844 855 866 877 880 881 882 \
          883 884 885 886 887 888 889 900"),
];

/// Country calling codes; the longest that fits is meant. Shared ones name the country most of their numbers are in.
#[rustfmt::skip]
const CODES: &[(&str, &str)] = &[
    ("20", "EG"), ("211", "SS"), ("212", "MA"), ("213", "DZ"), ("216", "TN"), ("218", "LY"), ("220", "GM"), ("221", "SN"),
    ("222", "MR"), ("223", "ML"), ("224", "GN"), ("225", "CI"), ("226", "BF"), ("227", "NE"), ("228", "TG"), ("229", "BJ"),
    ("230", "MU"), ("231", "LR"), ("232", "SL"), ("233", "GH"), ("234", "NG"), ("235", "TD"), ("236", "CF"), ("237", "CM"),
    ("238", "CV"), ("239", "ST"), ("240", "GQ"), ("241", "GA"), ("242", "CG"), ("243", "CD"), ("244", "AO"), ("245", "GW"),
    ("246", "IO"), ("247", "SH"), ("248", "SC"), ("249", "SD"), ("250", "RW"), ("251", "ET"), ("252", "SO"), ("253", "DJ"),
    ("254", "KE"), ("255", "TZ"), ("256", "UG"), ("257", "BI"), ("258", "MZ"), ("260", "ZM"), ("261", "MG"), ("262", "RE"),
    ("263", "ZW"), ("264", "NA"), ("265", "MW"), ("266", "LS"), ("267", "BW"), ("268", "SZ"), ("269", "KM"), ("27", "ZA"),
    ("290", "SH"), ("291", "ER"), ("297", "AW"), ("298", "FO"), ("299", "GL"), ("30", "GR"), ("31", "NL"), ("32", "BE"),
    ("33", "FR"), ("34", "ES"), ("350", "GI"), ("351", "PT"), ("352", "LU"), ("353", "IE"), ("354", "IS"), ("355", "AL"),
    ("356", "MT"), ("357", "CY"), ("358", "FI"), ("359", "BG"), ("36", "HU"), ("370", "LT"), ("371", "LV"), ("372", "EE"),
    ("373", "MD"), ("374", "AM"), ("375", "BY"), ("376", "AD"), ("377", "MC"), ("378", "SM"), ("379", "VA"), ("380", "UA"),
    ("381", "RS"), ("382", "ME"), ("383", "XK"), ("385", "HR"), ("386", "SI"), ("387", "BA"), ("389", "MK"), ("39", "IT"),
    ("40", "RO"), ("41", "CH"), ("420", "CZ"), ("421", "SK"), ("423", "LI"), ("43", "AT"), ("44", "GB"), ("45", "DK"),
    ("46", "SE"), ("47", "NO"), ("48", "PL"), ("49", "DE"), ("500", "FK"), ("501", "BZ"), ("502", "GT"), ("503", "SV"),
    ("504", "HN"), ("505", "NI"), ("506", "CR"), ("507", "PA"), ("508", "PM"), ("509", "HT"), ("51", "PE"), ("52", "MX"),
    ("53", "CU"), ("54", "AR"), ("55", "BR"), ("56", "CL"), ("57", "CO"), ("58", "VE"), ("590", "GP"), ("591", "BO"),
    ("592", "GY"), ("593", "EC"), ("594", "GF"), ("595", "PY"), ("596", "MQ"), ("597", "SR"), ("598", "UY"), ("5993", "BQ"),
    ("5994", "BQ"), ("5997", "BQ"), ("5999", "CW"), ("60", "MY"), ("61", "AU"), ("62", "ID"), ("63", "PH"), ("64", "NZ"),
    ("65", "SG"), ("66", "TH"), ("670", "TL"), ("672", "NF"), ("673", "BN"), ("674", "NR"), ("675", "PG"), ("676", "TO"),
    ("677", "SB"), ("678", "VU"), ("679", "FJ"), ("680", "PW"), ("681", "WF"), ("682", "CK"), ("683", "NU"), ("685", "WS"),
    ("686", "KI"), ("687", "NC"), ("688", "TV"), ("689", "PF"), ("690", "TK"), ("691", "FM"), ("692", "MH"), ("7", "RU"),
    ("76", "KZ"), ("77", "KZ"), ("81", "JP"), ("82", "KR"), ("84", "VN"), ("850", "KP"), ("852", "HK"), ("853", "MO"),
    ("855", "KH"), ("856", "LA"), ("86", "CN"), ("880", "BD"), ("886", "TW"), ("90", "TR"), ("91", "IN"), ("92", "PK"),
    ("93", "AF"), ("94", "LK"), ("95", "MM"), ("960", "MV"), ("961", "LB"), ("962", "JO"), ("963", "SY"), ("964", "IQ"),
    ("965", "KW"), ("966", "SA"), ("967", "YE"), ("968", "OM"), ("970", "PS"), ("971", "AE"), ("972", "IL"), ("973", "BH"),
    ("974", "QA"), ("975", "BT"), ("976", "MN"), ("977", "NP"), ("98", "IR"), ("992", "TJ"), ("993", "TM"), ("994", "AZ"),
    ("995", "GE"), ("996", "KG"), ("998", "UZ"),
];

/// The longest calling code of the table.
const LONGEST: usize = 4;

/// The country of a number, `+15550100777`, as an ISO 3166-1 alpha-2 code, where the number says so.
pub(super) fn country(number: &str) -> Option<&'static str> {
    let digits = number.strip_prefix('+').filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()))?;
    if let Some(national) = digits.strip_prefix('1') {
        let area = national.get(..3)?.as_bytes();
        // Three digits and a space each.
        let is_there = |areas: &str| areas.as_bytes().chunks(4).any(|one| one.starts_with(area));
        let known = AREAS.iter().find(|(_, areas)| is_there(areas));
        return Some(known.map_or("US", |(country, _)| country)).filter(|country| !country.is_empty());
    }
    (1..=LONGEST)
        .rev()
        .filter_map(|length| digits.get(..length))
        .find_map(|code| CODES.iter().find(|(known, _)| *known == code).map(|(_, country)| *country))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn numbers_are_where_their_code_is() {
        for (number, place) in [
            ("+15550100777", Some("US")),
            ("+14165550123", Some("CA")),
            ("+18765550123", Some("JM")),
            ("+17875550123", Some("PR")),
            ("+18005550123", None),
            ("+441632960001", Some("GB")),
            ("+4915112345678", Some("DE")),
            ("+77011234567", Some("KZ")),
            ("+74951234567", Some("RU")),
            ("+35312345678", Some("IE")),
            ("+8613812345678", Some("CN")),
            ("+88012345678", Some("BD")),
            ("+59991234567", Some("CW")),
            ("+883510000000", None),
            ("+1", None),
            ("15550100777", None),
            ("+x", None),
            ("", None),
        ] {
            assert_eq!(country(number), place, "{number}");
        }
    }

    #[test]
    fn no_code_is_there_twice() {
        let mut seen = HashSet::new();
        assert!(CODES.iter().all(|(code, _)| seen.insert(*code)));
        let areas = AREAS.iter().flat_map(|(_, areas)| areas.split(' '));
        let mut seen = HashSet::new();
        assert!(areas.into_iter().all(|area| area.len() == 3 && seen.insert(area)));
        let countries = CODES.iter().chain(AREAS).map(|(one, other)| {
            if one.len() == 2 && one.is_ascii() && one.chars().all(char::is_uppercase) { one } else { other }
        });
        assert!(countries.filter(|country| !country.contains(' ')).all(|country| country.len() <= 3));
    }
}
