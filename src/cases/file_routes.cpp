// /api/cases/{id}/files…: the papers of a case. Whoever sees the case sees its papers.
#include "cases/paper_files.h"
#include "cases/deputies.h"
#include "cases/route_kit.h"
#include "files/keep.h"
#include "files/upload.h"
#include "http/declare_route.h"

namespace laoyou::cases {
namespace {

using http::Context;

/// The case where the caller sees it.
Result<OpenCase> seen_case(Desk& desk, const Context& context, std::int64_t id) {
  return desk.services.store.read([&](store::Snapshot& snapshot) -> Result<OpenCase> {
    auto open = open_case(desk, snapshot, id);
    if (!open) return open.error();
    if (!as_whom(desk, snapshot, context.caller(), *open, context.now().beijing_day())) return refuse("cases.not_found");
    return open;
  });
}

/// The case was looked at with the eyes of the caller; its files are then the room's to handle.
store::Acting acting(const Context& context) { return {journal_actor(context), store::Scope::country(), powers::Powers::all()}; }

/// Runs `use` on the folder of a case that the caller sees.
template <class R, class Use>
Result<R> in_folder(Desk& desk, const Context& context, std::int64_t id, Use use) {
  const auto open = seen_case(desk, context, id);
  if (!open) return open.error();
  const collection::Collection places = paper_places(*open);
  const files::Folder folder{desk.services.files, places, acting(context), id};
  return use(*open, folder);
}

Result<files::FileList> list_files(Desk& desk, Context& context, const files::FilesRequest& request) {
  return in_folder<files::FileList>(desk, context, request.id, [](const OpenCase&, const files::Folder& folder) { return files::list(folder); });
}

Result<files::FileShown> add_file(Desk& desk, Context& context, const files::FileUpload& request) {
  const auto* upload = static_cast<const files::Upload*>(context.sink());
  if (upload == nullptr) return at("/name", refuse("files.empty"));
  return in_folder<files::FileShown>(desk, context, request.id, [&](const OpenCase& open, const files::Folder& folder) -> Result<files::FileShown> {
    if (!may_add_papers(open, actor_of(context.caller(), open))) return refuse("cases.papers_closed");
    return files::attach(folder, request.field, request.name, upload->spool());
  });
}

Result<void> remove_file(Desk& desk, Context& context, const files::FileRequest& request) {
  return in_folder<void>(desk, context, request.id, [&](const OpenCase& open, const files::Folder& folder) -> Result<void> {
    const auto all = files::list(folder);
    if (!all) return all.error();
    for (const files::FileShown& file : all->files)
      if (file.id == request.file && !may_take_out(open, actor_of(context.caller(), open), file.uploaded_at)) return refuse("cases.papers_closed");
    return files::take_out(folder, request.file);
  });
}

/// Saved rather than opened; where a browser opens it after all, nothing in it runs.
Result<http::FileAnswer> file_answer(Context& context, Result<files::HandedFile> handed) {
  if (!handed) return handed.error();
  context.add_header("Content-Security-Policy", "sandbox; default-src 'none'");
  return http::FileAnswer{std::move(handed->media_type), std::move(handed->name), std::move(handed->bytes)};
}

Result<http::FileAnswer> hand_over(Desk& desk, Context& context, const files::FileRequest& request, bool thumbnail) {
  return in_folder<http::FileAnswer>(desk, context, request.id, [&](const OpenCase&, const files::Folder& folder) {
    return file_answer(context, thumbnail ? files::hand_over_thumbnail(folder, request.file) : files::hand_over(folder, request.file));
  });
}

}  // namespace

void add_file_routes(const DeskPtr& desk, http::RouteTable& table) {
  const std::string path = "/api/cases/{id}/files";
  const http::Access in = http::signed_in();
  table.push_back(http::get(path, in, {"办件的材料", "Papers of a case"}, [desk](Context& context, const files::FilesRequest& request) { return list_files(*desk, context, request); }).never_stored());
  table.push_back(http::post(path, in, {"上传材料", "Add a paper"}, [desk](Context& context, const files::FileUpload& request) { return add_file(*desk, context, request); })
                      .takes_file({"application/octet-stream"}, static_cast<std::size_t>(collection::papers().bytes_max))
                      .received_by([desk](Context&) -> std::shared_ptr<http::BodySink> { return std::make_shared<files::Upload>(desk->services.files); })
                      .heavy()
                      .refuses(413, "files.too_large")
                      .refuses(409, "cases.papers_closed"));
  table.push_back(http::get(path + "/{file}", in, {"一份材料", "A paper"}, [desk](Context& context, const files::FileRequest& request) { return hand_over(*desk, context, request, false); })
                      .heavy()
                      .never_stored());
  table.push_back(http::get(path + "/{file}/thumbnail", in, {"材料缩略图", "A paper's thumbnail"},
                            [desk](Context& context, const files::FileRequest& request) { return hand_over(*desk, context, request, true); })
                      .never_stored());
  table.push_back(http::post(path + "/{file}/remove", in, {"撤下材料", "Take a paper out"}, [desk](Context& context, const files::FileRequest& request) { return remove_file(*desk, context, request); })
                      .refuses(409, "cases.papers_closed"));
}

}  // namespace laoyou::cases
