// notify's table of contents.

#include "modules/notify/api.hpp"
#include "modules/notify/delivering.hpp"
#include "modules/notify/digest.hpp"
#include "modules/notify/notify.hpp"
#include "modules/notify/reactions.hpp"
#include "modules/notify/sql.hpp"

namespace zx::notify {

Module module() {
  return {.name = "notify",
          .migrations = migrations(),
          .routes = &routes,
          .permissions = {},
          .reactions = reactions(),
          .jobs = {deliver(), morning_digest(), forget_old()},
          .refusals = {{"channel_account_name", "notify.account_name_taken"}}};
}

}  // namespace zx::notify
