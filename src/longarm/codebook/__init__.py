"""The codebook: methods of transnational repression, host-state responses and measures, as data with its loaders."""
