#pragma once
// The second factor: a code of an authenticator app, or one of ten recovery codes. Administrators are asked for one and
// must have it a week later; everybody may. Private to org.

#include "modules/org/org.hpp"

namespace zx::org {

struct SecondFactorView {
  bool on = false;
  std::optional<Instant> since;
  std::int64_t recovery_codes_left = 0;
  bool required = false;          ///< the organization requires it of administrators, and one is
  std::optional<Instant> due_at;  ///< required and not there: without it little goes on from then
};
BOOST_DESCRIBE_STRUCT(SecondFactorView, (), (on, since, recovery_codes_left, required, due_at))
SecondFactorView second_factor_of(ReadContext const& ctx, UserId user);
/// Whether `user` may do nothing any more but set it up.
bool second_factor_overdue(ReadContext const& ctx, UserId user);

/// Shown while it is set up, and never again.
struct NewSecondFactor {
  std::string secret;   ///< to type into the app
  std::string address;  ///< otpauth://…
  std::string qr_svg;   ///< the address as a picture
};
BOOST_DESCRIBE_STRUCT(NewSecondFactor, (), (secret, address, qr_svg))
/// It does not count before `confirm_second_factor`. Refuses second_factor.on_already.
Result<NewSecondFactor> begin_second_factor(Context const& ctx);

struct RecoveryCodes {
  std::vector<std::string> codes;
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (codes))
struct CodeForm {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(CodeForm, (), (code))
/// With the app's first code it counts; the other sessions end. Refuses second_factor.not_begun, second_factor.code_wrong.
Result<RecoveryCodes> confirm_second_factor(Context const& ctx, CodeForm const& form, std::optional<std::string> const& current);
/// Ten new ones, the old ones are void. Refuses second_factor.off, second_factor.code_wrong.
Result<RecoveryCodes> renew_recovery_codes(Context const& ctx, CodeForm const& form);
/// Refuses besides: second_factor.required.
Result<void> remove_second_factor(Context const& ctx, CodeForm const& form);
/// Somebody else's. Refuses second_factor.off, and second_factor.ones_own.
Result<void> reset_second_factor_of(Context const& ctx, UserId user);

/// At the door, in the transaction that starts the session. Nothing to show where it is off; else refuses
/// session.code_required and session.code_wrong. A code that let somebody in lets nobody in again.
Result<void> show_code(Context const& ctx, UserId user, std::optional<std::string> const& code);
/// Remembers since when somebody knows that they must have one.
void ask_for_second_factor(Context const& ctx, UserId user);

}  // namespace zx::org
