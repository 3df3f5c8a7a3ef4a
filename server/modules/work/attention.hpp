#pragma once
// Telling one person that they have to look. Private to work.

#include "modules/work/store.hpp"

namespace zx::work {

/// Publishes AttentionAsked, unless it would go to whoever acts. `occasion` is the word in `notice.work.<occasion>`.
void ask_attention(Context const& ctx, store::Item const& item, std::string_view occasion, EmployeeId to, std::string_view note);
/// The same to the owner and the handler.
void tell_both(Context const& ctx, store::Item const& item, std::string_view occasion, std::string_view note);

}  // namespace zx::work
