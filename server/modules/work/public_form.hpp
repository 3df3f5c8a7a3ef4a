#pragma once
// The request form 报修登记 for people without an account. Off until an administrator switches it on.

#include <optional>
#include <string>
#include <vector>

#include "modules/work/public_status.hpp"
#include "platform/base/uuid.hpp"

namespace zx::work {

/// For the administrator.
struct PublicFormView {
  bool enabled = false;
  std::optional<std::string> path;  ///< "/p/request/<token>"; absent before it was ever switched on
  std::string welcome;              ///< shown above the form
  bool names_handler = false;       ///< the status page names whoever has the item
  std::vector<std::string> kinds;   ///< codes of the kinds offered: open ones with public_form
  std::string owner_name;           ///< who gets the requests: the organization's default owner
  std::int64_t version = 0;         ///< 0 before it was ever changed
};
BOOST_DESCRIBE_STRUCT(PublicFormView, (), (enabled, path, welcome, names_handler, kinds, owner_name, version))

struct PublicFormForm {
  bool enabled = false;
  std::optional<std::string> welcome;
  std::optional<bool> names_handler;
};
BOOST_DESCRIBE_STRUCT(PublicFormForm, (), (enabled, welcome, names_handler))

/// For the person who fills it in.
struct PublicKind {
  std::string code;
  std::string name_zh;
  std::string name_en;
};
BOOST_DESCRIBE_STRUCT(PublicKind, (), (code, name_zh, name_en))
struct PublicFormPage {
  std::string organization;
  std::string welcome;
  std::vector<PublicKind> kinds;
};
BOOST_DESCRIBE_STRUCT(PublicFormPage, (), (organization, welcome, kinds))

struct PublicRequestForm {
  Uuid client_id;  ///< made by the browser: sent again, it makes nothing twice
  std::string kind;
  std::string name;
  std::optional<std::string> phone;  ///< phone or e-mail
  std::optional<std::string> email;
  std::optional<std::string> location;
  std::string description;
  std::optional<std::string> website;  ///< hidden from people: who fills it in is a program
};
BOOST_DESCRIBE_STRUCT(PublicRequestForm, (), (client_id, kind, name, phone, email, location, description, website))

struct PublicRequestAnswer {
  std::optional<std::string> number;
  std::optional<std::string> status_path;
};
BOOST_DESCRIBE_STRUCT(PublicRequestAnswer, (), (number, status_path))

/// Need configuration.manage.
PublicFormView public_form(ReadContext const& ctx);
/// Refuses work.public_form_no_kind when nothing could be chosen on it, request.stale. The first change is based on version 0.
Result<PublicFormView> change_public_form(Context& ctx, std::int64_t version, PublicFormForm const& form);
/// The old address, and every poster with it, is void.
Result<PublicFormView> renew_public_form_address(Context& ctx);

/// Refuses public.form_unknown for an address that was never one and for a form that is off, alike.
Result<PublicFormPage> public_form_page(Services& services, Outsider const& outsider);
/// The same for whoever has been let in: `ctx.actor` is the system under the requester's name.
Result<PublicRequestAnswer> take_request(Context& ctx, PublicRequestForm const& form);
/// Makes a work item of source public_form, owned by the organization's default owner, who is told.
Result<PublicRequestAnswer> request_from_outside(Services& services, Outsider const& outsider, PublicRequestForm const& form);

}  // namespace zx::work
