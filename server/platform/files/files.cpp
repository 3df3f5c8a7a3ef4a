#include "platform/files/files.hpp"

#include <span>

#include "platform/auth/digest.hpp"
#include "platform/files/content_type.hpp"
#include "platform/files/name.hpp"
#include "platform/files/sql.hpp"

namespace zx::files {
namespace {

struct FileRow {
  FileId id;
  std::string subject_type;
  Uuid subject_id;
  std::string name;
  std::string content_type;
  std::int64_t size = 0;
  std::string sha256;
  std::string added_by;
  std::optional<UserId> added_by_id;
  Instant added_at;
  std::vector<std::uint8_t> bytes;
};
BOOST_DESCRIBE_STRUCT(FileRow, (), (id, subject_type, subject_id, name, content_type, size, sha256, added_by, added_by_id, added_at, bytes))

std::span<std::uint8_t const> bytes_of(std::string_view content) { return {reinterpret_cast<std::uint8_t const*>(content.data()), content.size()}; }

std::optional<UserId> user_of(Actor const& actor) {
  if (actor.user.is_nil()) return std::nullopt;
  return actor.user;
}

Result<void> check(std::string_view name, std::string_view content) {
  if (content.empty()) return Refusal::invalid("file.empty");
  if (content.size() > size_limit) return Refusal::of(RefusalKind::too_large, "file.too_large", {{"limit_mb", std::to_string(size_limit >> 20)}});
  if (!is_acceptable_name(name)) return Refusal::invalid("file.name_invalid");
  return {};
}

}  // namespace

Result<FileView> add(Context const& ctx, std::string_view subject_type, Uuid subject_id, std::string name, std::string_view content) {
  TRY(check(name, content));
  FileView view{.id = FileId::make(),
                .name = std::move(name),
                .content_type = {},
                .size = static_cast<std::int64_t>(content.size()),
                .sha256 = auth::hex(auth::sha256(content)),
                .added_by = ctx.actor.name,
                .added_at = ctx.now};
  view.content_type = content_type_of(view.name, content);
  auto const org = ctx.actor.organization;
  ctx.db.enqueue(sql::keep_content, {{"org_id", org}, {"sha256", view.sha256}, {"size", view.size}, {"bytes", bytes_of(content)}});
  ctx.db.enqueue(
      sql::insert_file,
      db::Parameters::of(view).and_("org_id", org).and_("subject_type", subject_type).and_("subject_id", subject_id).and_("added_by_id", user_of(ctx.actor)));
  return view;
}

std::optional<File> find(ReadContext const& ctx, FileId id) {
  auto row = ctx.db.one<FileRow>(sql::find_file, {{"org_id", ctx.actor.organization}, {"id", id}});
  if (!row) return std::nullopt;
  return File{.view = {.id = row->id,
                       .name = std::move(row->name),
                       .content_type = std::move(row->content_type),
                       .size = row->size,
                       .sha256 = std::move(row->sha256),
                       .added_by = std::move(row->added_by),
                       .added_at = row->added_at},
              .subject_type = std::move(row->subject_type),
              .subject_id = row->subject_id,
              .content = std::string(row->bytes.begin(), row->bytes.end()),
              .added_by_id = row->added_by_id};
}

std::vector<FileView> of(ReadContext const& ctx, std::string_view subject_type, Uuid subject_id) {
  return ctx.db.all<FileView>(sql::files_of, {{"org_id", ctx.actor.organization}, {"subject_type", subject_type}, {"subject_id", subject_id}});
}

bool remove(Context const& ctx, FileId id) {
  auto const org = ctx.actor.organization;
  auto content = ctx.db.one<std::string>(sql::lock_content_of, {{"org_id", org}, {"id", id}});
  if (!content) return false;
  if (ctx.db.execute(sql::delete_file, {{"org_id", org}, {"id", id}}) == 0) return false;
  ctx.db.enqueue(sql::delete_unused_content, {{"org_id", org}, {"sha256", *content}});
  return true;
}

}  // namespace zx::files
