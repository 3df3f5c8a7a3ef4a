#pragma once
// The people at a customer 联系人.

#include "modules/customer/customer.hpp"

namespace zx::customer {

using ContactId = Id<struct ContactTag>;

/// What somebody has to say when the customer decides.
enum class DecisionRole { decider, influencer, user, gatekeeper, unknown };
BOOST_DESCRIBE_ENUM(DecisionRole, decider, influencer, user, gatekeeper, unknown)

/// How somebody likes to be reached.
enum class PreferredChannel { phone, wechat, email, visit };
BOOST_DESCRIBE_ENUM(PreferredChannel, phone, wechat, email, visit)

struct NewContactForm {
  std::string name;
  std::optional<std::string> title;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<DecisionRole> decision_role;  ///< default unknown
  std::optional<PreferredChannel> preferred_channel;
  std::optional<Date> birthday;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(NewContactForm, (), (name, title, phone, email, decision_role, preferred_channel, birthday, note))

struct ContactPatch {
  std::optional<std::string> name;
  Patch<std::string> title;
  Patch<std::string> phone;
  Patch<std::string> email;
  std::optional<DecisionRole> decision_role;
  Patch<PreferredChannel> preferred_channel;
  Patch<Date> birthday;
  Patch<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ContactPatch, (), (name, title, phone, email, decision_role, preferred_channel, birthday, note))

struct ContactView {
  ContactId id;
  CustomerId customer_id;
  std::string name;
  std::optional<std::string> title;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  DecisionRole decision_role = DecisionRole::unknown;
  std::optional<PreferredChannel> preferred_channel;
  std::optional<Date> birthday;
  std::optional<std::string> note;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ContactView, (), (id, customer_id, name, title, phone, email, decision_role, preferred_channel, birthday, note, version))

/// They need what changing the customer needs; whoever sees the customer sees its contacts. Changes stand on the customer's
/// history, phones and e-mail addresses masked.
Result<ContactView> add_contact(Context& ctx, CustomerId customer, NewContactForm const& form);
Result<ContactView> change_contact(Context& ctx, CustomerId customer, ContactId id, std::int64_t version, ContactPatch const& patch);
Result<void> remove_contact(Context& ctx, CustomerId customer, ContactId id, std::int64_t version);

}  // namespace zx::customer
