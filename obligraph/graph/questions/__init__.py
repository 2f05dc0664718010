"""Questions of the graph, one file each; every answer is data, with the paths that show why."""
