#include "files/keep.h"
#include "files/upload.h"
#include "http/declare_route.h"
#include "store/failure.h"

namespace laoyou::files {
namespace {

Folder folder(const Services& services, const collection::Collection& collection, const http::Context& context, std::int64_t id) {
  return {services, collection, collection::acting_of(context), id};
}

/// A file for whoever asked for it: saved rather than opened, and where a browser opens it after all, nothing in it runs.
Result<http::FileAnswer> answered(http::Context& context, Result<HandedFile> handed) {
  if (!handed) return handed.error();
  context.add_header("Content-Security-Policy", "sandbox; default-src 'none'");
  return http::FileAnswer{std::move(handed->media_type), std::move(handed->name), std::move(handed->bytes)};
}

std::int64_t largest(const collection::Collection& collection) {
  std::int64_t bytes = 0;
  for (const collection::FileField& field : collection.files) bytes = std::max(bytes, field.bytes_max);
  return bytes;
}

http::Route upload_route(const Services& services, const collection::Collection& collection, std::string path) {
  return http::post(std::move(path), http::needs({*collection.writes}), {"上传附件：" + collection.label.zh, collection.label.en + ": add a file"},
                    [services, &collection](http::Context& context, const FileUpload& request) -> Result<FileShown> {
                      const auto* upload = static_cast<const Upload*>(context.sink());
                      if (upload == nullptr) return at("/name", refuse("files.empty"));
                      return attach(folder(services, collection, context, request.id), request.field, request.name, upload->spool());
                    })
      .takes_file({"application/octet-stream"}, static_cast<std::size_t>(largest(collection)))
      .received_by([services](http::Context&) -> std::shared_ptr<http::BodySink> { return std::make_shared<Upload>(services); })
      .heavy()
      .refuses(413, "files.too_large");
}

void add_read_routes(const Services& services, const collection::Collection& collection, const std::string& path, http::RouteTable& table) {
  const http::Access access = http::needs({collection.reads});
  table.push_back(http::get(path, access, {"附件：" + collection.label.zh, collection.label.en + ": files"},
                            [services, &collection](http::Context& context, const FilesRequest& request) -> Result<FileList> {
                              return list(folder(services, collection, context, request.id));
                            })
                      .never_stored());
  table.push_back(http::get(path + "/{file}", access, {"附件内容：" + collection.label.zh, collection.label.en + ": a file"},
                            [services, &collection](http::Context& context, const FileRequest& request) -> Result<http::FileAnswer> {
                              return answered(context, hand_over(folder(services, collection, context, request.id), request.file));
                            })
                      .heavy()
                      .never_stored());
  table.push_back(http::get(path + "/{file}/thumbnail", access, {"附件缩略图：" + collection.label.zh, collection.label.en + ": a file's thumbnail"},
                            [services, &collection](http::Context& context, const FileRequest& request) -> Result<http::FileAnswer> {
                              return answered(context, hand_over_thumbnail(folder(services, collection, context, request.id), request.file));
                            })
                      .never_stored());
}

}  // namespace

std::vector<store::TableDefinition> tables() {
  std::vector<store::TableDefinition> all = store::content_tables();
  all.push_back(store::table<File>({store::indexed({"record", "record_id", "field"})}));
  return all;
}

http::RouteTable routes(const Services& services) {
  http::RouteTable table;
  for (const collection::Collection& collection : services.registers.all()) {
    if (collection.files.empty()) continue;
    const std::string path = collection.path + "/{id}/files";
    add_read_routes(services, collection, path, table);
    if (!collection.writes) continue;
    table.push_back(upload_route(services, collection, path));
    table.push_back(http::post(path + "/{file}/remove", http::needs({*collection.writes}), {"删除附件：" + collection.label.zh, collection.label.en + ": take a file out"},
                               [services, &collection](http::Context& context, const FileRequest& request) -> Result<void> {
                                 return take_out(folder(services, collection, context, request.id), request.file);
                               }));
  }
  return table;
}

}  // namespace laoyou::files
