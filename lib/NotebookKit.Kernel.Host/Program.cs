return NotebookKit.Kernel.Jupyter.JupyterHost.Run(args);
