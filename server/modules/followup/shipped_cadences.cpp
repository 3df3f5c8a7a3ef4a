// What the product comes with for the kinds that speak with somebody outside; an organization replaces it by its own.

#include "modules/followup/cadence.hpp"

namespace zx::followup {
namespace {

using enum Method;

/// Working minutes: a working day has 450. After the steps the kind's gap repeats.
std::map<std::string, Cadence, std::less<>> const& shipped() {
  static std::map<std::string, Cadence, std::less<>> const cadences{
      {"complaint", {.steps = {{60, phone, ""}}}},  // heard within the hour
      {"proposal", {.steps = {{450, phone, ""}, {900, phone, ""}, {1350, meeting, ""}}, .weekly_touches = 3}},
      {"appointment", {.steps = {{225, phone, ""}, {450, phone, ""}, {450, sms, ""}}, .weekly_touches = 3}},
  };
  return cadences;
}

}  // namespace

Cadence shipped_cadence(std::string_view subject_kind) {
  auto const found = shipped().find(subject_kind);
  return found == shipped().end() ? Cadence{} : found->second;
}

}  // namespace zx::followup
