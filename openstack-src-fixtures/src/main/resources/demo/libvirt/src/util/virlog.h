#pragma once

void virLogMessage(virLogSource *source, virLogPriority priority, const char *filename, int linenr,
                   const char *funcname, struct _virLogMetadata *metadata, const char *fmt, ...);

#define VIR_LOG_INIT(n) \
    static virLogSource virLogSelf = { .name = "" n "" }

#define VIR_DEBUG(...) \
    virLogMessage(&virLogSelf, VIR_LOG_DEBUG, __FILE__, __LINE__, __func__, NULL, __VA_ARGS__)

#define VIR_DOMAIN_DEBUG(dom) \
    VIR_DEBUG("dom=%p, (VM: name=%s)", dom, dom->name)
