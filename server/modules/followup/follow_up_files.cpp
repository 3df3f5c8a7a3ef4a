#include "modules/followup/follow_up_files.hpp"

#include "modules/followup/sql.hpp"
#include "modules/followup/store.hpp"
#include "platform/http/disposition.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::followup {
namespace {

constexpr std::string_view file_subject = "follow_up";

struct FileQuery {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(FileQuery, (), (name))

Result<FollowUpView> find_own(Context const& ctx, FollowUpId id) {
  auto found = store::find_follow_up(ctx.db, ctx.actor.organization, id);
  if (!found || !find_visible(ctx, found->commitment_id, permissions::record)) return Refusal::not_found("followup.not_found");
  if (found->by_id != ctx.actor.employee) return Refusal::forbidden("followup.files_not_yours");
  return std::move(*found);
}

Result<FollowUpFileView> post_file(Context& ctx, http::Call const& call) {
  auto query = TRY(http::detail::read_parameters<FileQuery>(call.request));
  return add_file(ctx, TRY(call.id<FollowUpId>()), std::move(query.name), call.request.body);
}

Result<http::Page<FollowUpFileView>> list_files(ReadContext const& ctx, http::Call const& call) {
  return http::Page<FollowUpFileView>{TRY(files_of(ctx, TRY(call.id<CommitmentId>()))), {}, {}};
}

Result<http::Reply> content(Services& services, Actor const& actor, http::Call const& call) {
  auto const id = TRY(call.id<files::FileId>());
  auto file = TRY(services.database.read([&](db::Executor& executor) {
    return file_of_follow_up(ReadContext{actor, services.clock.now(), executor, services}, id);
  }));
  http::Reply reply;
  reply.content_type = file.view.content_type;
  reply.header("content-disposition", http::attachment_disposition(file.view.name));
  reply.header("cache-control", "private, max-age=86400");
  reply.body = std::move(file.content);
  return reply;
}

}  // namespace

Result<FollowUpFileView> add_file(Context& ctx, FollowUpId id, std::string name, std::string_view content) {
  auto const follow_up = TRY(find_own(ctx, id));
  if (files::of(ctx, file_subject, id.uuid).size() >= most_files_of_follow_up)
    return Refusal::conflict("followup.too_many_files", {{"most", std::to_string(most_files_of_follow_up)}});
  auto const commitment = TRY(find_visible(ctx, follow_up.commitment_id, permissions::record));
  auto const file = TRY(files::add(ctx, file_subject, id.uuid, std::move(name), content));
  timeline::append(ctx, {commitment.subject_type, commitment.id.uuid}, "followup.file_added", {{"attachment", "", file.name}});
  ctx.db.after_commit([&services = ctx.services, organization = ctx.actor.organization, type = commitment.subject_type, subject = commitment.id.text()] {
    services.notify_pages(organization, type, subject);
  });
  return FollowUpFileView{file.id, id, file.name, file.content_type, file.size};
}

Result<std::vector<FollowUpFileView>> files_of(ReadContext const& ctx, CommitmentId id) {
  TRY(find_visible(ctx, id, permissions::read));
  return ctx.db.all<FollowUpFileView>(sql::files_of_follow_ups, {{"org", ctx.actor.organization}, {"commitment", id}});
}

Result<files::File> file_of_follow_up(ReadContext const& ctx, files::FileId id) {
  auto file = files::find(ctx, id);
  auto const follow_up =
      file && file->subject_type == file_subject ? store::find_follow_up(ctx.db, ctx.actor.organization, FollowUpId{file->subject_id}) : std::nullopt;
  if (!follow_up || !find_visible(ctx, follow_up->commitment_id, permissions::read)) return Refusal::not_found("followup.file_not_found");
  return std::move(*file);
}

void file_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/commitments/{id}/follow-up-files", needs(permissions::read), "The photos and files of its follow-ups.", &list_files);
  routes
      .post("/api/v1/follow-ups/{id}/files", needs(permissions::record), "Add a photo or file to my follow-up: the body is the file, ?name= its name.",
            &post_file)
      .reads_query<FileQuery>()
      .takes("application/octet-stream");
  routes.special(http::Method::get, "/api/v1/follow-up-files/{id}/content", needs(permissions::read), "The file itself.", &content, "application/octet-stream");
}

}  // namespace zx::followup
