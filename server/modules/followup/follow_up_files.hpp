#pragma once
// Photos and other files of a follow-up: what was found, to look at. Private to followup.

#include "modules/followup/followup.hpp"
#include "platform/files/files.hpp"
#include "platform/http/routes.hpp"

namespace zx::followup {

inline constexpr std::size_t most_files_of_follow_up = 12;

struct FollowUpFileView {
  files::FileId id;
  FollowUpId follow_up_id;
  std::string name;
  std::string content_type;
  std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(FollowUpFileView, (), (id, follow_up_id, name, content_type, size))

/// Only whoever recorded the follow-up adds to it; what was added stays, as the follow-up does. Refuses followup.not_found,
/// followup.files_not_yours, followup.too_many_files, and what files::add refuses.
Result<FollowUpFileView> add_file(Context& ctx, FollowUpId id, std::string name, std::string_view content);
/// Of all follow-ups of one commitment, in order.
Result<std::vector<FollowUpFileView>> files_of(ReadContext const& ctx, CommitmentId id);
/// Refuses followup.file_not_found.
Result<files::File> file_of_follow_up(ReadContext const& ctx, files::FileId id);

void file_routes(http::Routes& routes);

}  // namespace zx::followup
