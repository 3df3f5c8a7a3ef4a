#pragma once
// A csv cell that starts with = + - @ (also full-width), tab or line break runs as a formula in a spreadsheet program.
// Export puts a ' before it, import takes it off again; texts that already start with ' are guarded too, so that
// unguarded(guarded(text)) == text for every text.

#include <string>
#include <string_view>

namespace zx::csv {

/// Plain negative numbers ("-5", "-0.5") stay as they are: they run nothing and must stay numbers.
std::string guarded(std::string_view text);

/// Only takes off what `guarded` puts on: "'=A1" → "=A1", "'tis" and "O'Brien" stay.
std::string_view unguarded(std::string_view text);

}  // namespace zx::csv
