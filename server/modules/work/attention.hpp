#pragma once
// Telling one person that they have to look. Private to work.

#include "modules/work/store.hpp"

namespace zx::work {

/// Publishes AttentionAsked, unless it would go to whoever acts. `occasion` is the word in `notice.work.<occasion>`.
void ask_attention(Context const& ctx, store::Item const& item, std::string_view occasion, EmployeeId to, std::string_view note);
/// Takes an offer back: it waits for nobody any more, and whoever was asked hears of it.
void take_back(Context const& ctx, store::Item const& item, store::HandoffRow& handoff, std::string_view note = {});
/// A time as such notes say it, where the organization is.
std::string moment(ReadContext const& ctx, Instant at);
/// The same as ask_attention to the owner and the handler.
void tell_both(Context const& ctx, store::Item const& item, std::string_view occasion, std::string_view note);

}  // namespace zx::work
