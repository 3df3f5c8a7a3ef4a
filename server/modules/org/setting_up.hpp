#pragma once
// One-time links: the first one of an organization, and each new user's. Private to org.

#include "modules/org/org.hpp"
#include "modules/org/signing_in.hpp"

namespace zx::org {

enum class SetupOf { organization, user };
BOOST_DESCRIBE_ENUM(SetupOf, organization, user)
enum class Content { empty, demo };
BOOST_DESCRIBE_ENUM(Content, empty, demo)

struct SetupQuery {
  std::string token;
};
BOOST_DESCRIBE_STRUCT(SetupQuery, (), (token))

struct SetupView {
  std::string organization_name;
  bool needs_setup = true;
  SetupOf for_ = SetupOf::organization;
  std::optional<std::string> name;  ///< of the person a user's link is for
  std::optional<std::string> login;
  bool second_factor = false;  ///< a new password alone does not let this person in
};
BOOST_DESCRIBE_STRUCT(SetupView, (), (organization_name, needs_setup, for_, name, login, second_factor))

struct SetupForm {
  std::string token;
  std::optional<std::string> organization_name;  ///< with name, login and content only for an organization's link
  std::optional<std::string> name;
  std::optional<std::string> login;
  std::string password;
  std::optional<Content> content;
  std::optional<std::string> code;  ///< of the second factor
};
BOOST_DESCRIBE_STRUCT(SetupForm, (), (token, organization_name, name, login, password, content, code))

/// Refuses setup.link_invalid: unknown, used or older than seven days.
Result<SetupView> show_setup(db::Executor& db, std::string_view token, Instant now);

/// Uses the link up and signs in. Refuses setup.link_invalid, setup.demo_from_command_line, what the forms of people and
/// passwords refuse, what `show_code` refuses, second_factor.locked, and auth.busy.
Result<StartedSession> set_up(Services& services, SetupForm const& form, Device const& device, std::string_view language);

}  // namespace zx::org
