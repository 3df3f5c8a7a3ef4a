#pragma once
// Chinese names found by their sound and sorted by it.
// Characters with several readings get the commonest, so a surname such as 单 reads "dan", not "shan": let people
// correct the pinyin of a name by hand.

#include <string>
#include <string_view>

namespace zx {

/// Lower-case search text, one space between syllables and words: "张三" -> "zhang san", "张三 Bob" -> "zhang san bob".
/// ü is written v, as it is typed: "吕布" -> "lv bu".
std::string pinyin(std::string_view name);

/// The first letters of pinyin(): "张三" -> "zs".
std::string pinyin_initials(std::string_view name);

/// A column to order by: the collation key zh-u-co-pinyin as lower-case hex, so that every database orders alike with
/// its plain byte comparison. About 8 hex digits per Chinese character. Keys of two ICU versions do not compare:
/// recompute them all when ICU changes (sort_key_version).
std::string sort_key(std::string_view text);

/// Changes whenever sort_key may give other keys.
std::string sort_key_version();

}  // namespace zx
