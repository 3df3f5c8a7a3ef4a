#include "platform/files/files.hpp"

#include <thread>

#include "platform/files/content_type.hpp"
#include "platform/files/name.hpp"
#include "platform/testing/test_world.hpp"

namespace zx::files {
namespace {

struct Files : fixture::EachEngine {
  Uuid const item = Uuid::v7();

  Result<FileView> try_add(std::string name, std::string const& content) {
    return world().try_write([&](Context& ctx) { return add(ctx, "work_item", item, name, content); });
  }
  FileView added(std::string name, std::string const& content) { return try_add(std::move(name), content).value(); }

  std::optional<File> found(FileId id) {
    return world().read([&](ReadContext const& ctx) { return find(ctx, id); });
  }
  bool removed(FileId id) {
    return world().write([&](Context& ctx) { return remove(ctx, id); });
  }
  std::int64_t contents() {
    db::Statement const count{"t.count", "SELECT COUNT(*) FROM file_content", "SELECT COUNT(*) FROM file_content"};
    return world().database().read([&](db::Executor& db) { return db.sure<std::int64_t>(count); });
  }
};
ON_EACH_ENGINE(Files);

TEST_P(Files, what_was_added_comes_back_byte_for_byte) {
  std::string content("%PDF-1.7\n\0\xff\x80", 12);
  auto view = added("合同.pdf", content);
  auto file = found(view.id);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->content, content);
  EXPECT_EQ(file->subject_id, item);
  EXPECT_EQ(file->subject_type, "work_item");
  EXPECT_EQ(file->view.content_type, "application/pdf");
  EXPECT_EQ(file->view.size, 12);
  EXPECT_EQ(file->view.added_by, "张三");
  EXPECT_EQ(file->view.added_at, world().clock.now());
}

TEST_P(Files, the_digest_is_sha256) { EXPECT_EQ(added("a.txt", "abc").sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); }

TEST_P(Files, equal_contents_are_kept_once) {
  auto first = added("a.txt", "同样的内容");
  auto second = added("b.txt", "同样的内容");
  EXPECT_EQ(contents(), 1);
  EXPECT_TRUE(removed(first.id));
  EXPECT_EQ(found(second.id)->content, "同样的内容");
  EXPECT_TRUE(removed(second.id));
  EXPECT_EQ(contents(), 0);
  EXPECT_FALSE(removed(second.id));
}

TEST_P(Files, the_files_of_a_subject_are_listed_in_order) {
  added("a.txt", "1");
  added("b.txt", "2");
  auto list = world().read([&](ReadContext const& ctx) { return of(ctx, "work_item", item); });
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].name, "a.txt");
  EXPECT_EQ(list[1].name, "b.txt");
  EXPECT_TRUE(world().read([&](ReadContext const& ctx) { return of(ctx, "work_item", Uuid::v7()); }).empty());
}

TEST_P(Files, another_organization_finds_nothing) {
  auto view = added("a.txt", "1");
  auto stranger = fixture::someone_of(OrganizationId::make(), "外人");
  EXPECT_FALSE(world().read_as(stranger, [&](ReadContext const& ctx) { return find(ctx, view.id); }));
  EXPECT_FALSE(world().write_as(stranger, [&](Context& ctx) { return remove(ctx, view.id); }));
}

TEST_P(Files, empty_and_oversized_files_are_refused) {
  EXPECT_EQ(try_add("a.txt", "").refusal().code, "file.empty");
  auto refused = try_add("a.txt", std::string(size_limit + 1, 'x'));
  EXPECT_EQ(refused.refusal().code, "file.too_large");
  EXPECT_EQ(refused.refusal().kind, RefusalKind::too_large);
  EXPECT_EQ(try_add("../a.txt", "x").refusal().code, "file.name_invalid");
}

TEST_P(Files, adding_and_removing_the_same_content_at_once_never_loses_it) {
  for (int round = 0; round < 10; ++round) {
    auto leaving = added("leaving.txt", "内容");
    std::optional<FileView> coming;
    std::thread remover([&] { removed(leaving.id); });
    std::thread adder([&] { coming = added("coming.txt", "内容"); });
    remover.join();
    adder.join();
    auto file = found(coming->id);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->content, "内容");
    removed(coming->id);
  }
  EXPECT_EQ(contents(), 0);
}

TEST(FileContentType, a_html_file_is_stored_as_octet_stream) {
  EXPECT_EQ(content_type_of("a.html", "<html><script>alert(1)</script>"), "application/octet-stream");
  EXPECT_EQ(content_type_of("a.txt", "  <!DOCTYPE html>"), "application/octet-stream");
  EXPECT_EQ(content_type_of("a.txt", "hello <script>alert(1)</script>"), "application/octet-stream");
  EXPECT_EQ(content_type_of("a.svg", "<svg xmlns=\"…\"/>"), "application/octet-stream");
  EXPECT_EQ(content_type_of("a.js", "alert(1)"), "application/octet-stream");
}

TEST(FileContentType, the_name_alone_makes_no_image) { EXPECT_EQ(content_type_of("a.png", "hello"), "application/octet-stream"); }

TEST(FileContentType, office_files_are_told_apart_by_their_names) {
  std::string const zip("PK\x03\x04rest");
  EXPECT_EQ(content_type_of("A.XLSX", zip), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  EXPECT_EQ(content_type_of("a.bin", zip), "application/zip");
}

TEST(FileContentType, common_types_are_known) {
  EXPECT_EQ(content_type_of("x", std::string("\x89PNG\r\n\x1a\n12", 10)), "image/png");
  EXPECT_EQ(content_type_of("x",
                            "\xff\xd8\xff\xe0"
                            "JFIF"),
            "image/jpeg");
  EXPECT_EQ(content_type_of("记录.csv", "姓名,电话\n"), "text/csv");
  EXPECT_EQ(content_type_of("a.txt", std::string("a\0b", 3)), "application/octet-stream");
}

TEST(FileName, path_parts_controls_and_turned_text_are_refused) {
  for (auto const* bad : {"", ".", "..", "a/b", "a\\b", "a\nb", " a", "a\u202Efdp.exe", "\xff"}) EXPECT_FALSE(is_acceptable_name(bad)) << bad;
  EXPECT_FALSE(is_acceptable_name(std::string(256, 'a')));
  for (auto const* good : {"合同（终稿）.pdf", ".gitignore", "a b.txt"}) EXPECT_TRUE(is_acceptable_name(good)) << good;
}

}  // namespace
}  // namespace zx::files
