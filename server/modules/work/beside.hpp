#pragma once
// Comments, attachments and saved views. Private to work.

#include "modules/work/work.hpp"

namespace zx::work {

Result<files::FileView> attach(Context& ctx, WorkItemId id, std::string name, std::string_view content);
Result<std::vector<files::FileView>> attachments(ReadContext const& ctx, WorkItemId id);
Result<files::File> attachment(ReadContext const& ctx, files::FileId id);
/// The owner, the handler and whoever added it may remove it.
Result<void> detach(Context& ctx, files::FileId id);

/// A person's filters under a name. `query` is the page's query string.
struct SavedView {
  Uuid id;
  std::string page;
  std::string name;
  std::string query;
  bool is_default = false;  ///< the page opens with it; one at most
};
BOOST_DESCRIBE_STRUCT(SavedView, (), (id, page, name, query, is_default))
struct SavedViewForm {
  std::string page;
  std::string name;
  std::string query;
};
BOOST_DESCRIBE_STRUCT(SavedViewForm, (), (page, name, query))

/// Only what is present changes. A new default takes the place of the one before.
struct SavedViewPatch {
  std::optional<std::string> name;
  std::optional<std::string> query;
  std::optional<bool> is_default;
};
BOOST_DESCRIBE_STRUCT(SavedViewPatch, (), (name, query, is_default))

std::vector<SavedView> saved_views(ReadContext const& ctx, std::string_view page);
Result<SavedView> save_view(Context& ctx, SavedViewForm const& form);
Result<SavedView> change_view(Context& ctx, Uuid id, SavedViewPatch const& patch);
Result<void> forget_view(Context& ctx, Uuid id);

}  // namespace zx::work
